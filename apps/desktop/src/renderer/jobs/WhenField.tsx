import type { Customer, JobId } from '@ringdesk/shared';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useRecord } from '../http/records.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { sayDuration } from '../ui/durations.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Conflict } from './book-job.ts';
import { ClashNews } from './ClashNews.tsx';
import { dateAt, minuteAt } from './calendar-days.ts';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import type { JobDraft } from './job-draft.ts';
import { cityOf, ownZone, sayTime } from './job-times.ts';
import { WeekStrip } from './WeekStrip.tsx';
import { stripStart, type Taken } from './week-strip.ts';
import { type Range, rangeOf, readWhen, wallRange } from './when.ts';

export interface WhenFieldProps {
  readonly customer: Customer;
  readonly draft: JobDraft;
  readonly conflicts: readonly Conflict[];
  readonly problem: string | undefined;
  readonly onChange: (over: Partial<JobDraft>) => void;
  /** The job whose time is changed: its own time is free for it. */
  readonly exceptJobId?: JobId;
  readonly children: ReactNode;
}

/** When: typed in words, dragged in the week, or taken from the next free times. What is in the way is said at once. */
export function WhenField(props: WhenFieldProps) {
  const { customer, draft, conflicts, problem, onChange, children, exceptJobId } = props;
  const zone = customer.timeZone;
  const range = draft.start === null || draft.end === null ? null : { start: draft.start, end: draft.end };
  const [shown, setShown] = useState(() => dateAt(serverNowMs(), zone));
  const at = draft.wish?.date ?? (range === null ? null : dateAt(Date.parse(range.start), zone));
  // The week follows the time that is chosen, and stays where one turns it while nothing else is chosen.
  useEffect(() => {
    if (at !== null) setShown(at);
  }, [at]);
  const today = dateAt(serverNowMs(), zone);
  const first = stripStart(shown, today);
  const taken = useTaken({ customer, draft, exceptJobId }, first);
  useResolvedWish(
    {
      draft,
      zone,
      taken: draft.wish !== null && stripStart(draft.wish.date, today) === first ? taken : null,
    },
    onChange,
  );

  function typed(text: string): void {
    const nowMs = serverNowMs();
    const wish = readWhen(text, { date: dateAt(nowMs, zone), minute: minuteAt(nowMs, zone) });
    onChange({ typed: text, wish, start: null, end: null });
  }
  const chosen = (next: Range) => onChange({ typed: '', wish: null, start: next.start, end: next.end });
  const isUnknown = draft.typed.trim() !== '' && draft.wish === null && range === null;
  return (
    <div className={styles.part}>
      <TextField
        name="wishedDate"
        label={say.when}
        placeholder={say.whenHint}
        value={draft.typed}
        problem={problem}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => typed(event.target.value)}
        hint={isUnknown ? say.notUnderstood : undefined}
        after={
          range === null ? undefined : (
            <IconButton
              icon={X}
              label={say.clear}
              className={styles.clear}
              onClick={() => onChange({ typed: '', wish: null, start: null, end: null })}
            />
          )
        }
      />
      <div className={styles.heard}>{children}</div>
      <p className={styles.time} role="status">
        {range === null ? (isUnknown ? '' : say.noTime) : sayRange(range, zone)}
      </p>
      <ClashNews
        customer={customer}
        draft={draft}
        range={range}
        taken={taken ?? []}
        conflicts={conflicts}
        onRange={chosen}
      />
      <WeekStrip
        first={first}
        onDate={setShown}
        zone={zone}
        taken={taken ?? []}
        range={range}
        onRange={chosen}
      />
      <p className={styles.zone}>
        {sameClock(zone) ? say.zone(cityOf(zone)) : say.zoneDiffers(cityOf(zone), cityOf(ownZone))}
      </p>
    </div>
  );
}

function sayRange(range: Range, zone: string): string {
  const lasts = sayDuration(Date.parse(range.end) - Date.parse(range.start));
  return `${sayTime(range, serverNowMs(), zone)} · ${lasts}`;
}

/** Whether the clocks of customer and rep show the same now. */
function sameClock(zone: string): boolean {
  const nowMs = serverNowMs();
  return minuteAt(nowMs, zone) === minuteAt(nowMs, ownZone) && dateAt(nowMs, zone) === dateAt(nowMs, ownZone);
}

/** What is taken in a week, for the customer and for those who would be sent; undefined until it is known. */
function useTaken(
  {
    customer,
    draft,
    exceptJobId,
  }: Pick<WhenFieldProps, 'customer' | 'draft'> & { readonly exceptJobId: JobId | undefined },
  first: string,
) {
  const span = wallRange(first, { start: 0, end: 7 * 24 * 60, zone: customer.timeZone });
  const { data, error } = useRecord('jobs.taken', {
    customerId: customer.id,
    ...(draft.assigneeIds.length === 0 ? {} : { assigneeIds: draft.assigneeIds.join(',') }),
    ...(exceptJobId === undefined ? {} : { exceptJobId }),
    from: span.start,
    to: span.end,
  });
  // What cannot be read holds nobody up: the server knows what is taken when it is asked to book.
  return data?.items ?? (error === null ? undefined : nothing);
}

const nothing: readonly Taken[] = [];

interface Resolving {
  readonly draft: JobDraft;
  readonly zone: string;
  /** Undefined or null until what is taken in the wished week is known. */
  readonly taken: readonly Range[] | null | undefined;
}

/** Turns what was said into a time, once: at once where it is exact, else when it is known what is taken around it. */
function useResolvedWish({ draft, zone, taken }: Resolving, onChange: WhenFieldProps['onChange']): void {
  const { wish } = draft;
  useEffect(() => {
    if (wish === null) return;
    if (wish.isWindow && (taken === null || taken === undefined)) return;
    onChange({ wish: null, ...rangeOf(wish, zone, taken ?? []) });
  }, [wish, zone, taken, onChange]);
}
