import type { CustomerId } from '@ringdesk/shared';
import { Users } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { useRecords } from '../http/records.ts';
import { useRowsSoFar } from '../http/rows-so-far.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PagedTable } from '../ui/PagedTable.tsx';
import { columnsFor, type Found } from './CustomerCells.tsx';
import { CustomerFilterBar } from './CustomerFilterBar.tsx';
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
  const rows = useRowsSoFar(list);
  const customers = rows.rows;
  const nowMs = useServerMinute();
  const grid = useRef<HTMLDivElement | null>(null);
  const columns = useMemo(() => columnsFor(filters.q?.trim() ?? '', nowMs), [filters.q, nowMs]);
  const tags = useMemo(() => knownIn(customers.flatMap((row) => row.tags)), [customers]);
  const sources = useMemo(() => knownIn(customers.map(({ leadSource }) => leadSource)), [customers]);
  return (
    <PagedTable
      label={say.list}
      list={rows}
      columns={columns}
      keyOf={keyOf}
      onOpen={({ id }) => onOpen(id)}
      placeKey={`customers ${JSON.stringify(asked)}`}
      endLabel={say.end}
      loadingLabel={say.loading}
      againLabel={say.again}
      isOff={({ archivedAt }) => archivedAt !== null}
      gridRef={grid}
      bar={
        <CustomerFilterBar
          filters={filters}
          count={rows.isRead ? say.count(customers.length, rows.hasMore) : ''}
          tags={tags}
          sources={sources}
          onFilters={onFilters}
          gridRef={grid}
        />
      }
      empty={<Nobody {...props} />}
    />
  );
}

/** The words that were seen in the rows so far, to be offered. */
function knownIn(words: readonly (string | null)[]): readonly string[] {
  return [...new Set(words.filter((word) => word !== null))].toSorted().slice(0, mostKnown);
}

function Nobody({ filters, onFilters, emptyActions, mayImport }: CustomersTableProps) {
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
