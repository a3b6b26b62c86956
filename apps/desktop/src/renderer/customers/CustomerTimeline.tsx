import type { CallId, CustomerId, TimelineEntry } from '@ringdesk/shared';
import { CalendarClock, type LucideIcon, PencilLine, Phone } from 'lucide-react';
import { itemsOf, useRecords } from '../http/records.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { plainText } from '../ui/plain-text.ts';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './CallerPanel.module.css';
import { callerMessages as say } from './caller.messages.ts';
import { sayEntry } from './say-entry.ts';

const pageSize = 8;

/** What happened with a customer, newest first, page after page; the call it is shown beside is left out. */
export function CustomerTimeline({
  customerId,
  thisCall,
}: {
  readonly customerId: CustomerId;
  readonly thisCall: CallId;
}) {
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(
    'customer.timeline',
    { id: customerId, limit: pageSize },
  );
  const isSlow = useSlowly(isPending);
  const nowMs = useServerMinute();
  const entries = itemsOf(data).filter((entry) => !(entry.kind === 'call' && entry.callId === thisCall));
  return (
    <section className={styles.part} aria-label={say.history}>
      <h3>{say.history}</h3>
      {isSlow ? <Skeleton width="70%" /> : null}
      {error === null ? null : (
        <Trouble againLabel={say.tryAgain} onAgain={() => void refetch()}>
          {say.trouble}
        </Trouble>
      )}
      {data !== undefined && entries.length === 0 ? <p className={styles.quiet}>{say.noHistory}</p> : null}
      <ol className={styles.history}>
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} nowMs={nowMs} />
        ))}
      </ol>
      {hasNextPage ? (
        <div>
          <Button look="quiet" aria-busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say.earlier}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'call') return entry.callId;
  return entry.kind === 'job' ? entry.jobId : entry.at;
}

const icons: Readonly<Record<TimelineEntry['kind'], LucideIcon>> = {
  call: Phone,
  job: CalendarClock,
  change: PencilLine,
};

function Entry({ entry, nowMs }: { readonly entry: TimelineEntry; readonly nowMs: number }) {
  const Icon = icons[entry.kind];
  const { title, lines } = sayEntry(entry);
  return (
    <li className={styles.entry}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span>
        <bdi>{plainText(title)}</bdi>
      </span>
      <Moment at={entry.at} nowMs={nowMs} />
      {lines.length === 0 ? null : (
        <small title={plainText(lines.join('\n'))}>{plainText(lines.join(' · '))}</small>
      )}
    </li>
  );
}
