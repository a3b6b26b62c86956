import type { Suggestion } from '@ringdesk/shared';
import type { ReactNode } from 'react';
import { keysOf } from '../app/shortcuts.ts';
import { HeardValue } from '../suggestions/HeardValue.tsx';

/** What was heard for the parts of a form: how each is shown at its field, and taken there. */
export function heardInForm<Part extends string>(
  offered: Readonly<Partial<Record<Part, Suggestion | undefined>>>,
  settle: { readonly onTake: (one: Suggestion) => void; readonly onDismiss: (one: Suggestion) => void },
): { readonly onTake: (part: Part) => void; readonly showHeard: (part: Part) => ReactNode } {
  return {
    onTake(part) {
      const one = offered[part];
      if (one !== undefined) settle.onTake(one);
    },
    showHeard(part) {
      const one = offered[part];
      return one === undefined ? null : <HeardValue one={one} keys={keysOf('suggestion.take')} {...settle} />;
    },
  };
}
