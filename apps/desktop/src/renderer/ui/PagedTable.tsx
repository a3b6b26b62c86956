import type { ReactNode, RefObject } from 'react';
import styles from './PagedTable.module.css';
import { Skeleton, useSlowly } from './Skeleton.tsx';
import { Trouble } from './Trouble.tsx';
import { VirtualTable, type VirtualTableProps } from './VirtualTable.tsx';

/** Rows that are read page by page. */
export interface RowsSoFar<Row> {
  readonly rows: readonly Row[];
  /** Whether they were read at all. */
  readonly isRead: boolean;
  /** The rows are those of a moment ago; new ones are on their way. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Why they could not be read, and what to do; null while nothing is wrong. */
  readonly trouble: string | null;
  readonly onAgain: () => void;
}

export interface PagedTableProps<Row>
  extends Omit<VirtualTableProps<Row>, 'rows' | 'isStale' | 'hasMore' | 'onMore' | 'gridRef'> {
  readonly list: RowsSoFar<Row>;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  /** What narrows the list, above it. */
  readonly bar: ReactNode;
  /** In place of the rows where there are none. */
  readonly empty: ReactNode;
  readonly againLabel: string;
}

/** A list of records with what stands above it: its shape while it is slow, words when it cannot be read or is empty. */
export function PagedTable<Row>({ list, bar, empty, againLabel, ...table }: PagedTableProps<Row>) {
  const { rows, isRead, trouble } = list;
  const isSlow = useSlowly(!isRead && trouble === null);
  return (
    <div className={styles.list}>
      {bar}
      {trouble === null ? null : (
        <div className={styles.trouble}>
          <Trouble againLabel={againLabel} onAgain={list.onAgain}>
            {trouble}
          </Trouble>
        </div>
      )}
      {isSlow ? <Shape /> : null}
      {isRead && rows.length === 0 && !list.isStale ? empty : null}
      {rows.length === 0 ? null : (
        <VirtualTable
          {...table}
          rows={rows}
          hasMore={list.hasMore}
          onMore={list.onMore}
          isStale={list.isStale}
        />
      )}
    </div>
  );
}

function Shape() {
  return (
    <div className={styles.shape}>
      {['72%', '58%', '66%', '49%', '61%', '54%', '70%'].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
