import type { Person, UserId } from '@ringdesk/shared';
import { Users } from 'lucide-react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerSecond } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import table from '../ui/Table.module.css';
import { Trouble } from '../ui/Trouble.tsx';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { PeopleFilterBar } from './PeopleFilterBar.tsx';
import { PersonRow } from './PersonRow.tsx';
import type { PeopleFilters } from './people-filters.ts';

const say = peopleMessages;
const pageSize = 50;

export interface PeopleListProps {
  readonly filters: PeopleFilters;
  readonly meId: UserId;
  readonly onFilters: (change: PeopleFilters) => void;
}

/** The people of the desk, found by name, role and state. */
export function PeopleList({ filters, meId, onFilters }: PeopleListProps) {
  const { person, ...search } = filters;
  const list = useRecords('users.list', { ...search, limit: pageSize });
  const isSlow = useSlowly(list.isPending);
  const people: readonly Person[] = itemsOf(list.data);
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <div className={styles.list}>
      <PeopleFilterBar
        filters={filters}
        count={list.data === undefined ? '' : say.count(people.length, list.hasNextPage)}
        onFilters={onFilters}
      />
      {list.error === null ? null : (
        <div className={styles.trouble}>
          <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
            {sayRefusal(list.error.refusal)}
          </Trouble>
        </div>
      )}
      {isSlow ? <Shape /> : null}
      {list.data !== undefined && people.length === 0 ? (
        <Nobody isNarrowed={isNarrowed} onEverybody={() => onFilters(nothing)} />
      ) : null}
      {people.length === 0 ? null : (
        <Table people={people} filters={filters} meId={meId} onFilters={onFilters}>
          {list.hasNextPage ? (
            <div className={table.more}>
              <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchingNextPage ? say.loading : say.more}
              </Button>
            </div>
          ) : null}
        </Table>
      )}
    </div>
  );
}

const nothing: PeopleFilters = { q: undefined, role: undefined, disabled: undefined };

interface TableProps extends PeopleListProps {
  readonly people: readonly Person[];
  readonly children: React.ReactNode;
}

function Table({ people, filters, meId, onFilters, children }: TableProps) {
  const nowMs = useServerSecond();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={say.list}>
        <thead>
          <tr>
            <th scope="col">{say.person}</th>
            <th scope="col">{say.role}</th>
            <th scope="col">{say.state}</th>
            <th scope="col" className={styles.spare}>
              {say.sessions}
            </th>
            <th scope="col" className={styles.spare}>
              {say.lastSeen}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              nowMs={nowMs}
              isMe={person.id === meId}
              isPicked={person.id === filters.person}
              onPick={() => onFilters({ person: person.id })}
            />
          ))}
        </tbody>
      </table>
      {children}
    </div>
  );
}

function Nobody({
  isNarrowed,
  onEverybody,
}: {
  readonly isNarrowed: boolean;
  readonly onEverybody: () => void;
}) {
  return isNarrowed ? (
    <EmptyState
      icon={Users}
      title={say.nothingFound}
      actions={<Button onClick={onEverybody}>{say.everybody}</Button>}
    >
      {say.nothingFoundHint}
    </EmptyState>
  ) : (
    <EmptyState icon={Users} title={say.emptyTitle}>
      {say.empty}
    </EmptyState>
  );
}

function Shape() {
  return (
    <div className={styles.shape}>
      {['72%', '58%', '66%', '49%', '61%'].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
