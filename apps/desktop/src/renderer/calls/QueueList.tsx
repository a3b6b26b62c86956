// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual; these roles say the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its rows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys for all of its rows
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a grid is one stop of the tab order
import type { CallId, UserId } from '@ringdesk/shared';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown } from 'lucide-react';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { useRem } from '../ui/use-rem.ts';
import { claimFromQueue } from './claim-from-queue.ts';
import { deskCallNow } from './desk.store.ts';
import styles from './QueuePanel.module.css';
import { QueueRow } from './QueueRow.tsx';
import { queueMessages } from './queue.messages.ts';
import type { QueueSection, QueueRow as Row } from './queue.ts';
import { foldSection, pickCall, usePickedId } from './queue-view.store.ts';
import { useHeldRows } from './use-held-rows.ts';
import { rowKey, useQueueKeys } from './use-queue-keys.ts';

const heightRem = { head: 1.875, call: 2.75, earlier: 2.5 } as const;

async function claim(id: CallId): Promise<void> {
  const call = deskCallNow(id);
  if (call !== null) await claimFromQueue(call, () => deskCallNow(id));
}

/** Enter takes a waiting call and shows any other. */
function enter(id: CallId): void {
  if (deskCallNow(id)?.status === 'waiting') void claim(id);
  else pickCall(id);
}

export interface QueueListProps {
  readonly rows: readonly Row[];
  readonly me: UserId;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

/** The calls as a virtual grid: as quick with ten thousand as with ten. */
export function QueueList({ rows: fresh, me, listRef }: QueueListProps) {
  const rem = useRem();
  const picked = usePickedId();
  const { rows, hand, letGo } = useHeldRows(fresh);
  const getKey = useCallback((index: number) => keyAt(rows, index), [rows]);
  const scroller = useRef<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightRem[rows[index]?.kind ?? 'call'] * rem,
    getItemKey: getKey,
    overscan: 8,
  });
  // A change of the text size makes every measured height old.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rem` says when
  useLayoutEffect(() => virtual.measure(), [virtual, rem]);
  const keys = useQueueKeys(rows, {
    show: (index) => virtual.scrollToIndex(index),
    enter,
    pick: pickCall,
    fold: foldSection,
  });
  const activeRow = keys.activeKey;
  const { moveTo } = keys;
  const pick = useCallback(
    (id: CallId) => {
      moveTo(id);
      pickCall(id);
    },
    [moveTo],
  );

  return (
    <div
      ref={(element) => {
        scroller.current = element;
        listRef.current = element;
      }}
      role="treegrid"
      aria-label={queueMessages.list}
      aria-rowcount={rows.length}
      aria-activedescendant={activeRow === null ? undefined : `queue-${activeRow}`}
      tabIndex={0}
      className={styles.list}
      onKeyDown={(event) => {
        letGo();
        keys.onKeyDown(event);
      }}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      {...hand}
    >
      <div role="presentation" className={styles.space} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            <div
              key={item.key}
              role="presentation"
              className={styles.place}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {row?.kind === 'head' ? (
                <Head row={row} rowIndex={item.index + 1} isActive={activeRow === row.section} />
              ) : null}
              {row?.kind === 'earlier' ? <Earlier count={row.count} rowIndex={item.index + 1} /> : null}
              {row?.kind === 'call' ? (
                <QueueRow
                  id={row.id}
                  rowIndex={item.index + 1}
                  me={me}
                  isPicked={picked === row.id}
                  isActive={activeRow === row.id}
                  onPick={pick}
                  onClaim={claim}
                />
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function keyAt(rows: readonly Row[], index: number): string {
  const row = rows[index];
  return row === undefined ? String(index) : rowKey(row);
}

interface HeadProps {
  readonly row: { readonly section: QueueSection; readonly count: number; readonly isFolded: boolean };
  readonly rowIndex: number;
  readonly isActive: boolean;
}

function Head({ row: { section, count, isFolded }, rowIndex, isActive }: HeadProps) {
  const name = queueMessages.sections[section];
  return (
    <div
      role="row"
      id={`queue-${section}`}
      aria-rowindex={rowIndex}
      aria-level={1}
      aria-expanded={!isFolded}
      data-active={isActive}
      className={styles.head}
      title={queueMessages.fold(name, isFolded)}
      onClick={() => foldSection(section)}
    >
      <ChevronDown className={styles.chevron} data-folded={isFolded} size={14} aria-hidden />
      <span role="gridcell" className={styles.headName}>
        {name}
      </span>
      <span role="gridcell" className={styles.count}>
        {count}
      </span>
    </div>
  );
}

function Earlier({ count, rowIndex }: { readonly count: number; readonly rowIndex: number }) {
  return (
    <div role="row" id="queue-earlier" aria-rowindex={rowIndex} className={styles.earlier}>
      <span role="gridcell">{queueMessages.earlier(count)}</span>
    </div>
  );
}
