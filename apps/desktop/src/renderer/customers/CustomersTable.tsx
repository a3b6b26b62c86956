import type { CustomerId } from '@ringdesk/shared';
import { Users } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import { columnsFor, type Found } from './CustomerCells.tsx';
import { CustomerFilterBar } from './CustomerFilterBar.tsx';
import styles from './Customers.module.css';
import { askedOf, type CustomerFilters, isNarrowed, noFilters } from './customer-filters.ts';
import { listMessages } from './list.messages.ts';

const say = listMessages;
const pageSize = 100;
const mostKnown = 100;
const keyOf = ({ id }: Found) => id;

export interface CustomersTableProps {
  readonly filters: CustomerFilters;
  readonly onFilters: (change: Partial<CustomerFilters>) => void;
  readonly onOpen: (id: CustomerId) => void;
  /** What one may do while there is nobody yet. */
  readonly emptyActions: ReactNode;
  readonly mayImport: boolean;
}

/** The customers, found by words and filters; more come as one scrolls. */
export function CustomersTable(props: CustomersTableProps) {
  const { filters, onFilters, onOpen } = props;
  const asked = askedOf(filters);
  const list = useRecords('customers.list', { ...asked, limit: pageSize });
  const isSlow = useSlowly(list.isPending);
  const nowMs = useServerMinute();
  const grid = useRef<HTMLDivElement | null>(null);
  const customers = useMemo(() => itemsOf(list.data), [list.data]);
  const columns = useMemo(() => columnsFor(filters.q?.trim() ?? '', nowMs), [filters.q, nowMs]);
  const tags = useMemo(() => knownIn(customers.flatMap((row) => row.tags)), [customers]);
  const sources = useMemo(() => knownIn(customers.map(({ leadSource }) => leadSource)), [customers]);
  return (
    <div className={styles.list}>
      <CustomerFilterBar
        filters={filters}
        count={list.data === undefined ? '' : say.count(customers.length, list.hasNextPage)}
        tags={tags}
        sources={sources}
        onFilters={onFilters}
        gridRef={grid}
      />
      {list.error === null ? null : (
        <div className={styles.pad}>
          <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
            {sayRefusal(list.error.refusal)}
          </Trouble>
        </div>
      )}
      {isSlow ? <Shape /> : null}
      {list.data !== undefined && customers.length === 0 ? (
        <Nobody {...props} isSearching={list.isPlaceholderData} />
      ) : null}
      {customers.length === 0 ? null : (
        <VirtualTable
          label={say.list}
          columns={columns}
          rows={customers}
          keyOf={keyOf}
          onOpen={({ id }) => onOpen(id)}
          placeKey={`customers ${JSON.stringify(asked)}`}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
          endLabel={say.end}
          loadingLabel={say.loading}
          isStale={list.isPlaceholderData}
          isOff={({ archivedAt }) => archivedAt !== null}
          gridRef={grid}
        />
      )}
    </div>
  );
}

/** The words that were seen in the rows so far, to be offered. */
function knownIn(words: readonly (string | null)[]): readonly string[] {
  return [...new Set(words.filter((word) => word !== null))].toSorted().slice(0, mostKnown);
}

function Nobody({
  filters,
  onFilters,
  emptyActions,
  mayImport,
  isSearching,
}: CustomersTableProps & { readonly isSearching: boolean }) {
  if (isSearching) return null;
  return isNarrowed(filters) ? (
    <EmptyState
      icon={Users}
      title={say.nothingFound}
      actions={<Button onClick={() => onFilters(noFilters)}>{say.everybody}</Button>}
    >
      {say.nothingFoundHint}
    </EmptyState>
  ) : (
    <EmptyState icon={Users} title={say.emptyTitle} actions={emptyActions}>
      {mayImport ? `${say.empty} ${say.emptyImport}` : say.empty}
    </EmptyState>
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
