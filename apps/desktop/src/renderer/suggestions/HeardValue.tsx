import type { Suggestion } from '@ringdesk/shared';
import { Offered } from '../ui/Offered.tsx';
import { plainText } from '../ui/plain-text.ts';
import { suggestionMessages as say } from './messages.ts';
import { isSure } from './open-suggestions.ts';

export interface HeardValueProps {
  readonly one: Suggestion;
  /** The name of the field is told; beside a field it stands there already. */
  readonly hasField?: boolean;
  readonly keys?: string | undefined;
  readonly onTake: (one: Suggestion) => void;
  readonly onDismiss: (one: Suggestion) => void;
}

/** One thing that was heard: what it would write, the words it came from, how sure it is. */
export function HeardValue({ one, hasField = false, keys, onTake, onDismiss }: HeardValueProps) {
  const field = say.fields[one.value.field];
  const value = plainText(one.text);
  const words = plainText(one.words);
  return (
    <Offered
      field={field}
      isFieldHidden={!hasField}
      value={value}
      words={words}
      sureness={isSure(one) ? say.sure : say.maybe}
      isSure={isSure(one)}
      takeLabel={say.take}
      dismissLabel={say.dismiss(field, value)}
      keys={keys}
      onTake={() => onTake(one)}
      onDismiss={() => onDismiss(one)}
    />
  );
}
