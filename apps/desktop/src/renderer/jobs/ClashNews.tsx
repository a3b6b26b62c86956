import type { Customer } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useRecord } from '../http/records.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { plainText } from '../ui/plain-text.ts';
import type { Conflict } from './book-job.ts';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import type { JobDraft } from './job-draft.ts';
import { sayStart, sayTime } from './job-times.ts';
import { useAssignees } from './use-assignees.ts';
import { clashesOf, type Taken } from './week-strip.ts';
import { type Range, usualMinutes } from './when.ts';

export interface ClashNewsProps {
  readonly customer: Customer;
  readonly draft: JobDraft;
  readonly range: Range | null;
  readonly taken: readonly Taken[];
  /** The jobs in the way when the server refused this very time. */
  readonly conflicts: readonly Conflict[];
  readonly onRange: (range: Range) => void;
}

/** What is in the way of the chosen time, in words, before anything is sent; and the next times that are free. */
export function ClashNews({ customer, draft, range, taken, conflicts, onRange }: ClashNewsProps) {
  const assignees = useAssignees();
  const { hard, soft } = clashesOf(range, taken);
  const name = plainText(customer.name);
  const time = (of: Range) => sayTime(of, serverNowMs(), customer.timeZone);
  const box = useRef<HTMLDivElement>(null);
  // Whoever pressed at the foot of the form may not see it from there.
  useEffect(() => {
    if (conflicts.length > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [conflicts]);
  const faster = conflicts.filter(({ jobId }) => hard.every((one) => one.jobId !== jobId));
  const namesOf = (ids: readonly string[]) =>
    assignees
      .filter(({ id }) => ids.includes(id) && draft.assigneeIds.includes(id))
      .map((one) => plainText(one.name))
      .join(', ');
  return (
    <>
      <div ref={box} role="alert">
        {hard.map((one) => (
          <p key={one.jobId} className={styles.hard}>
            {say.clash(name, plainText(one.title), time(one))}
          </p>
        ))}
        {faster.map((one) => (
          <p key={one.jobId} className={styles.hard}>
            {say.faster(name, plainText(one.title), time(one))}
          </p>
        ))}
      </div>
      {range !== null && Date.parse(range.start) < serverNowMs() ? (
        <p className={styles.soft} role="status">
          {say.isOver}
        </p>
      ) : null}
      {soft.map((one) => (
        <p key={one.jobId} className={styles.soft} role="status">
          {say.busy(namesOf(one.assigneeIds), plainText(one.title), plainText(one.customerName))}
        </p>
      ))}
      <NextFree
        customer={customer}
        draft={draft}
        range={range}
        isUrgent={hard.length > 0 || faster.length > 0}
        onRange={onRange}
      />
    </>
  );
}

interface NextFreeProps extends Pick<ClashNewsProps, 'customer' | 'draft' | 'range' | 'onRange'> {
  readonly isUrgent: boolean;
}

const shownTimes = 3;
const minuteMs = 60_000;
const longest = 1440;

/** The next free times of the same length, one key away. */
function NextFree({ customer, draft, range, isUrgent, onRange }: NextFreeProps) {
  const nowMs = Math.ceil(serverNowMs() / (30 * minuteMs)) * 30 * minuteMs;
  const minutes =
    range === null ? usualMinutes : (Date.parse(range.end) - Date.parse(range.start)) / minuteMs;
  const after = Math.max(nowMs, range === null ? 0 : Date.parse(range.start));
  const { data } = useRecord('jobs.free', {
    customerId: customer.id,
    ...(draft.assigneeIds.length === 0 ? {} : { assigneeIds: draft.assigneeIds.join(',') }),
    after: new Date(after).toISOString(),
    minutes: Math.max(15, Math.min(longest, Math.round(minutes))),
    limit: shownTimes + 1,
  });
  const items = useLast(data?.items);
  const free = (items ?? []).filter(({ start }) => start !== range?.start).slice(0, shownTimes);
  const [next] = free;
  useShortcut('job.next-free', () => (next === undefined ? undefined : onRange(next)));
  return (
    <div className={styles.free} data-urgent={isUrgent}>
      <span className={styles.freeLabel}>
        {items !== undefined && free.length === 0 ? say.noneFree : say.nextFree}{' '}
        <Kbd keys={keysOf('job.next-free') ?? ''} />
      </span>
      {free.map((one) => (
        <Button
          key={one.start}
          className={styles.freeTime}
          title={sayTime(one, serverNowMs(), customer.timeZone)}
          onClick={() => onRange(one)}
        >
          {sayStart(one.start, serverNowMs(), customer.timeZone)}
        </Button>
      ))}
    </div>
  );
}

/** What was there before stays in sight while the next is on its way: nothing below it moves. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  useEffect(() => {
    if (value !== undefined) setLast(value);
  }, [value]);
  return value ?? last;
}
