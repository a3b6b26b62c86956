import type { AuditEntry, UserId } from '@ringdesk/shared';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ScrollText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerSecond } from '../realtime/server-time.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRem } from '../ui/use-rem.ts';
import styles from './Audit.module.css';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { AuditRow } from './AuditRow.tsx';
import { type AuditFilters, asked } from './audit-filters.ts';
import { auditMessages } from './messages.ts';

const say = auditMessages;
const pageSize = 100;
/** The next page is asked for when so many rows are left below. */
const aheadRows = 20;

export interface AuditListProps {
  readonly filters: AuditFilters;
  readonly onFilters: (change: AuditFilters) => void;
}

/** What was done and tried, newest first; more of it comes as one scrolls. */
export function AuditList({ filters, onFilters }: AuditListProps) {
  const list = useRecords('audit.list', { ...asked(filters), limit: pageSize });
  const isSlow = useSlowly(list.isPending);
  const entries: readonly AuditEntry[] = itemsOf(list.data);
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  const personName = entries.find(({ userId }) => userId === filters.userId)?.userName ?? null;
  return (
    <div className={styles.list}>
      <AuditFilterBar filters={filters} personName={personName} onFilters={onFilters} />
      {list.error === null ? null : (
        <div className={styles.pad}>
          <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
            {sayRefusal(list.error.refusal)}
          </Trouble>
        </div>
      )}
      {isSlow ? (
        <div className={styles.pad}>
          <Skeleton height="2rem" />
        </div>
      ) : null}
      {list.data !== undefined && entries.length === 0 ? (
        <EmptyState icon={ScrollText} title={isNarrowed ? say.nothingFound : say.emptyTitle}>
          {isNarrowed ? say.nothingFoundHint : say.empty}
        </EmptyState>
      ) : null}
      {entries.length === 0 ? null : (
        <Entries
          entries={entries}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
          onPerson={(userId) => onFilters({ userId })}
        />
      )}
    </div>
  );
}

interface EntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onPerson: (userId: UserId) => void;
}

function Entries({ entries, hasMore, onMore, onPerson }: EntriesProps) {
  const scroll = useRef<HTMLElement>(null);
  const nowMs = useServerSecond();
  const rem = useRem();
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 3 * rem,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= entries.length - aheadRows;
  useEffect(() => {
    if (hasMore && isNearEnd) onMore();
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key
    <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label={say.list}>
      <ol className={styles.entries} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <AuditRow
              key={key}
              ref={rows.measureElement}
              entry={entry}
              index={index}
              startPx={start}
              nowMs={nowMs}
              onPerson={onPerson}
            />
          );
        })}
      </ol>
      <p className={styles.end} role="status">
        {hasMore ? say.loading : say.end}
      </p>
    </section>
  );
}
