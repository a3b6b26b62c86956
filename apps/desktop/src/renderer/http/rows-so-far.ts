import { useMemo } from 'react';
import type { RowsSoFar } from '../ui/PagedTable.tsx';
import { itemsOf, type Refused } from './records.ts';
import { sayRefusal } from './say-refusal.ts';

interface Pages<Row> {
  readonly data: Parameters<typeof itemsOf<Row>>[0];
  readonly error: Refused | null;
  readonly isPlaceholderData: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
  readonly refetch: () => Promise<unknown>;
}

/** The pages of a list that were read, as a table shows them. */
export function useRowsSoFar<Row>(list: Pages<Row>): RowsSoFar<Row> {
  const { data, error } = list;
  const rows = useMemo(() => itemsOf(data), [data]);
  return {
    rows,
    isRead: data !== undefined,
    isStale: list.isPlaceholderData,
    hasMore: list.hasNextPage,
    onMore: () => {
      if (!list.isFetchingNextPage) void list.fetchNextPage();
    },
    trouble: error === null ? null : sayRefusal(error.refusal),
    onAgain: () => void list.refetch(),
  };
}
