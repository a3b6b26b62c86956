import type { CustomerId, JobId, TimelineEntry } from '@ringdesk/shared';
import { CalendarDays, type LucideIcon, PencilLine, Phone } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { sayDay } from '../ui/moments.ts';
import { plainText } from '../ui/plain-text.ts';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './CustomerHistory.module.css';
import { historyMessages } from './history.messages.ts';
import { sayEntry } from './say-entry.ts';

const say = historyMessages;
const pageSize = 30;
const icons: Readonly<Record<TimelineEntry['kind'], LucideIcon>> = {
  call: Phone,
  job: CalendarDays,
  change: PencilLine,
};

export interface CustomerHistoryProps {
  readonly customerId: CustomerId;
  /** A job's title as the way to it, and when it takes place. */
  readonly linkToJob: (id: JobId, title: string) => ReactNode;
  readonly sayJobTime: (start: string, end: string) => string;
}

/** Calls, jobs and changes of a customer day by day, newest first, in words. */
export function CustomerHistory(props: CustomerHistoryProps) {
  const list = useRecords('customer.timeline', { id: props.customerId, limit: pageSize });
  const isSlow = useSlowly(list.isPending);
  const nowMs = useServerMinute();
  const entries = itemsOf(list.data);
  return (
    <section className={styles.history} aria-labelledby="customer-history">
      <h2 id="customer-history">{say.title}</h2>
      {list.error === null ? null : (
        <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
          {sayRefusal(list.error.refusal)}
        </Trouble>
      )}
      {isSlow ? <Skeleton height="6rem" /> : null}
      {list.data !== undefined && entries.length === 0 ? <p className={styles.quiet}>{say.empty}</p> : null}
      <ol className={styles.entries}>
        {entries.map((entry, index) => {
          const day = dayWords(entry.at, nowMs);
          const before = entries[index - 1];
          const isNewDay = before === undefined || dayWords(before.at, nowMs) !== day;
          return (
            <Fragment key={keyOf(entry)}>
              {isNewDay ? (
                <li className={styles.day}>
                  <h3>{day}</h3>
                </li>
              ) : null}
              <Entry entry={entry} nowMs={nowMs} {...props} />
            </Fragment>
          );
        })}
      </ol>
      {list.hasNextPage ? (
        <Button
          aria-busy={list.isFetchingNextPage}
          onClick={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
        >
          {list.isFetchingNextPage ? say.loading : say.earlier}
        </Button>
      ) : null}
    </section>
  );
}

interface EntryProps extends Pick<CustomerHistoryProps, 'linkToJob' | 'sayJobTime'> {
  readonly entry: TimelineEntry;
  readonly nowMs: number;
}

function Entry({ entry, nowMs, linkToJob, sayJobTime }: EntryProps) {
  const Icon = icons[entry.kind];
  const { title, lines } = sayEntry(entry);
  const isTimed = entry.kind === 'job' && entry.start !== null && entry.end !== null;
  return (
    <li className={styles.entry}>
      <span className={styles.icon}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={styles.words}>
        <div className={styles.head}>
          <bdi className={styles.title}>
            {entry.kind === 'job' ? linkToJob(entry.jobId, plainText(title)) : plainText(title)}
          </bdi>
          <span className={styles.quiet}>
            <Moment at={entry.at} nowMs={nowMs} />
          </span>
        </div>
        {isTimed ? <p className={styles.quiet}>{sayJobTime(entry.start ?? '', entry.end ?? '')}</p> : null}
        {lines.map((line) => (
          <p key={line} className={styles.quiet}>
            <bdi>{plainText(line)}</bdi>
          </p>
        ))}
      </div>
    </li>
  );
}

function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'call') return entry.callId;
  return entry.kind === 'job' ? entry.jobId : `${entry.at} ${entry.changes[0]?.field ?? ''}`;
}

function dayWords(at: string, nowMs: number): string {
  const day = (ms: number) => new Date(ms).toDateString();
  const own = day(Date.parse(at));
  if (own === day(nowMs)) return say.today;
  const yesterday = new Date(nowMs);
  yesterday.setDate(yesterday.getDate() - 1);
  return own === yesterday.toDateString() ? say.yesterday : sayDay(at, nowMs);
}
