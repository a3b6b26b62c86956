import { LineItemKind } from '@ringdesk/shared';
import { Trash2 } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './JobDetail.module.css';
import type { LineDraft, LineProblem } from './line-drafts.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.lines;
const kinds = LineItemKind.options.map((kind) => ({ value: kind, label: pageMessages.kinds[kind] }));

export interface LineFieldsProps {
  readonly draft: LineDraft;
  readonly place: number;
  /** It does not draw the focus to itself. */
  readonly isSteady: boolean;
  readonly problems: readonly LineProblem[];
  readonly onChange: (draft: LineDraft) => void;
  readonly onRemove: () => void;
}

/** A line as it is typed; the first one has its labels to be seen, the others to be heard. */
export function LineFields({ draft, place, isSteady, problems, onChange, onRemove }: LineFieldsProps) {
  const isFirst = place === 0;
  const priceLabel = draft.kind === 'percent discount' ? say.percent : say.price;
  return (
    <div className={styles.edited} data-line>
      <TextField
        label={isFirst ? say.name : say.field(say.name, place)}
        isLabelHidden={!isFirst}
        autoFocus={!isSteady && (draft.base === null || isFirst)}
        maxLength={200}
        value={draft.name}
        problem={problems.includes('name') ? say.nameMissing : undefined}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <SelectField
        label={isFirst ? say.kind : say.field(say.kind, place)}
        isLabelHidden={!isFirst}
        value={draft.kind}
        choices={kinds}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <TextField
        label={isFirst ? say.quantity : say.field(say.quantity, place)}
        isLabelHidden={!isFirst}
        inputMode="decimal"
        value={draft.quantity}
        problem={problems.includes('quantity') ? say.quantityWrong : undefined}
        onChange={(event) => onChange({ ...draft, quantity: event.target.value })}
      />
      <TextField
        label={isFirst ? priceLabel : say.field(priceLabel, place)}
        isLabelHidden={!isFirst}
        inputMode="decimal"
        placeholder="0.00"
        value={draft.price}
        problem={problems.includes('price') ? say.priceWrong : undefined}
        onChange={(event) => onChange({ ...draft, price: event.target.value })}
      />
      <IconButton icon={Trash2} label={say.remove(draft.name)} onClick={onRemove} />
    </div>
  );
}
