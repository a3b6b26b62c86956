import { type Job, type LineItem, totalCents } from '@ringdesk/shared';
import { useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { plainText } from '../ui/plain-text.ts';
import styles from './JobDetail.module.css';
import { lineDrafts } from './job-drafts.store.ts';
import { LineItemsEditor } from './LineItemsEditor.tsx';
import { sayMoney } from './money.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.lines;

/** What is charged, line by line, with the total. */
export function LineItems({ job }: { readonly job: Job }) {
  const [isOpened, setIsOpened] = useState(false);
  // Lines that were begun are open again after a reload.
  const isBegun = lineDrafts.useDraft(job.id) !== null;
  const isEdited = isOpened || isBegun;
  const edit = useRef<HTMLButtonElement>(null);
  function done(): void {
    setIsOpened(false);
    requestAnimationFrame(() => edit.current?.focus());
  }
  return (
    <Card
      title={say.title}
      action={
        isEdited ? null : (
          <Button ref={edit} onClick={() => setIsOpened(true)}>
            {say.edit}
          </Button>
        )
      }
    >
      {isEdited ? (
        <LineItemsEditor job={job} onDone={done} isQuiet={!isOpened} />
      ) : job.lineItems.length === 0 ? (
        <p className={styles.quiet}>{say.empty}</p>
      ) : (
        <Lines job={job} />
      )}
    </Card>
  );
}

function Lines({ job }: { readonly job: Job }) {
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{say.name}</th>
          <th scope="col">{say.kind}</th>
          <th scope="col" className={styles.number}>
            {say.quantity}
          </th>
          <th scope="col" className={styles.number}>
            {say.price}
          </th>
          <th scope="col" className={styles.number}>
            {say.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {job.lineItems.map((line) => (
          <tr key={line.id}>
            <td dir="auto">
              {plainText(line.name)}
              {line.description === null ? null : (
                <p className={styles.quiet}>{plainText(line.description)}</p>
              )}
            </td>
            <td>{pageMessages.kinds[line.kind]}</td>
            <td className={styles.number}>{line.quantity}</td>
            <td className={styles.number}>{priceOf(line)}</td>
            <td className={styles.number}>{sayMoney(amountOf(line, job.lineItems))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {say.total}
          </th>
          <td className={styles.number}>{sayMoney(job.totalCents)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function priceOf({ kind, unitPriceCents }: LineItem): string {
  return kind === 'percent discount' ? `${unitPriceCents / 100} %` : sayMoney(unitPriceCents);
}

/** What a line adds to the total, or takes off it: the total with it, less the total without it. */
function amountOf(line: LineItem, lines: readonly LineItem[]): number {
  if (line.kind !== 'percent discount') return totalCents([line]);
  return totalCents(lines) - totalCents(lines.filter((other) => other !== line));
}
