import { LineItemKind } from '@ringdesk/shared';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import { type DraftLine, draftTotal, type LinePart } from './job-draft.ts';
import { sayMoney } from './money.ts';

const kinds = LineItemKind.options.flatMap((value) => {
  const label = say.kinds[value];
  return label === undefined ? [] : [{ value, label }];
});
const parts = ['name', 'quantity', 'price'] as const satisfies readonly LinePart[];
const newLine: DraftLine = { kind: 'labor', name: '', quantity: '1', price: '' };

export interface LineItemFieldsProps {
  readonly lines: readonly DraftLine[];
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (lines: DraftLine[]) => void;
}

/** What it will cost, line by line; the sum is reckoned in whole cents. */
export function LineItemFields({ lines, problems, onChange }: LineItemFieldsProps) {
  const total = draftTotal(lines);
  const id = useId();
  const problemOf = (place: number, part: LinePart) => problems[`lineItems.${place}.${part}`];
  const invalid = (place: number, part: LinePart) =>
    problemOf(place, part) === undefined
      ? {}
      : { 'aria-invalid': true, 'aria-describedby': `${id}-${place}-${part}` };
  const change = (place: number, over: Partial<DraftLine>) =>
    onChange(lines.map((line, i) => (i === place ? { ...line, ...over } : line)));
  return (
    <fieldset className={styles.lines}>
      <legend className={styles.legend}>{say.lines}</legend>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place while it is typed
        <div key={place} className={styles.line}>
          <SelectField
            label={say.lineKind(place)}
            isLabelHidden
            value={line.kind}
            choices={kinds}
            onChange={(kind) => change(place, { kind })}
          />
          <TextField
            label={say.lineName(place)}
            isLabelHidden
            placeholder={say.whatLine}
            value={line.name}
            {...invalid(place, 'name')}
            onChange={(event) => change(place, { name: event.target.value })}
          />
          <TextField
            label={say.quantity(place)}
            isLabelHidden
            inputMode="decimal"
            value={line.quantity}
            {...invalid(place, 'quantity')}
            onChange={(event) => change(place, { quantity: event.target.value })}
          />
          <TextField
            label={say.price(place)}
            isLabelHidden
            inputMode="decimal"
            placeholder="0.00"
            value={line.price}
            {...invalid(place, 'price')}
            onChange={(event) => change(place, { price: event.target.value })}
          />
          <IconButton
            icon={X}
            label={say.removeLine(place)}
            onClick={() => onChange(lines.filter((_, i) => i !== place))}
          />
          {parts.map((part) => {
            const problem = problemOf(place, part);
            return problem === undefined ? null : (
              <p key={part} id={`${id}-${place}-${part}`} className={classes(styles.problem, styles.wide)}>
                {problem}
              </p>
            );
          })}
        </div>
      ))}
      <div className={styles.sum}>
        <Button look="quiet" onClick={() => onChange([...lines, newLine])}>
          <Plus size={14} strokeWidth={2} aria-hidden />
          {say.addLine}
        </Button>
        {lines.length === 0 ? null : (
          <output className={styles.total}>
            {say.total} <b>{total === null ? '–' : sayMoney(total)}</b>
          </output>
        )}
      </div>
    </fieldset>
  );
}
