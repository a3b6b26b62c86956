import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { classes } from '../ui/classes.ts';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRem } from '../ui/use-rem.ts';
import { BoardCard } from './BoardCard.tsx';
import type { BoardColumnProps } from './board-column.ts';
import badges from './JobStatusBadge.module.css';
import { statusIcons } from './JobStatusBadge.tsx';
import styles from './JobsBoard.module.css';
import { askedOf } from './job-filters.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
const pageSize = 50;
/** Others move jobs as well; whoever watches the board sees it. */
const freshMs = 30_000;
const aheadRows = 10;
const cardRem = 6.25;

/** The jobs of one status; more come as one scrolls. */
export function BoardColumn(props: BoardColumnProps) {
  const { status, filters, isTarget, barred, onRows } = props;
  const list = useRecords(
    'jobs.list',
    {
      ...askedOf(filters),
      status,
      sort: status === 'scheduled' ? 'start' : '-createdAt',
      limit: pageSize,
    },
    { refetchInterval: freshMs },
  );
  const isSlow = useSlowly(list.isPending);
  const nowMs = useServerMinute();
  const rem = useRem();
  const scroller = useRef<HTMLDivElement | null>(null);
  const jobs = useMemo(() => itemsOf(list.data), [list.data]);
  const virtual = useVirtualizer({
    count: jobs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardRem * rem,
    getItemKey: (index) => jobs[index]?.id ?? index,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= jobs.length - aheadRows;
  useEffect(() => {
    if (list.hasNextPage && isNearEnd && !list.isFetchingNextPage) void list.fetchNextPage();
  });
  useEffect(() => {
    onRows(status, { ids: jobs.map(({ id }) => id), show: (index) => virtual.scrollToIndex(index) });
  }, [onRows, status, jobs, virtual]);
  const count = list.data === undefined ? '' : `${jobs.length}${list.hasNextPage ? '+' : ''}`;
  const Icon = statusIcons[status];
  return (
    <section
      data-status={status}
      aria-label={say.board.column(say.statuses[status], count)}
      className={classes(styles.column, isTarget && (barred === null ? styles.target : styles.barred))}
    >
      <header className={styles.columnHead}>
        <Icon size={15} strokeWidth={2} className={badges[status]} aria-hidden />
        <h2>{say.statuses[status]}</h2>
        <span className={styles.count}>{count}</span>
      </header>
      {isTarget && barred !== null ? <p className={styles.why}>{barred}</p> : null}
      {list.error === null ? null : (
        <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
          {sayRefusal(list.error.refusal)}
        </Trouble>
      )}
      {isSlow ? <Skeleton height="5rem" /> : null}
      {list.data !== undefined && jobs.length === 0 ? (
        <p className={styles.nothing}>{say.board.empty[status]}</p>
      ) : null}
      <div ref={scroller} className={styles.scroll}>
        <ul className={styles.cards} style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const job = jobs[item.index];
            return job === undefined ? null : (
              <BoardCard
                key={item.key}
                job={job}
                nowMs={nowMs}
                place={{ startPx: item.start, heightPx: item.size, index: item.index, count: jobs.length }}
                isFirst={item.index === (shown[0]?.index ?? 0)}
                {...props}
              />
            );
          })}
        </ul>
      </div>
    </section>
  );
}
