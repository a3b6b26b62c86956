import { JobStatus, UserId } from '@ringdesk/shared';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useFocusKey } from '../app/use-focus-key.ts';
import { useRecord } from '../http/records.ts';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import toolbar from '../ui/Toolbar.module.css';
import styles from './Jobs.module.css';
import { isNarrowed, type JobFilters, noFilters } from './job-filters.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;

const statuses = [
  { value: 'every', label: say.everyStatus },
  ...JobStatus.options.map((status) => ({ value: status, label: say.statuses[status] })),
];
const orders = [
  { value: '-createdAt', label: say.byNewest },
  { value: 'start', label: say.byTime },
  { value: '-start', label: say.byTimeBack },
] as const;

export interface JobFilterBarProps {
  readonly filters: JobFilters;
  readonly onFilters: (change: Partial<JobFilters>) => void;
  /** Asks which customer; the answer comes as a filter. */
  readonly onPickCustomer: () => void;
  /** What only this view has: more filters, or the way through its days. */
  readonly children?: ReactNode;
  readonly count?: string;
  /** Where the arrow down leads from the search. */
  readonly below?: RefObject<HTMLElement | null> | undefined;
}

/** Words, assignee and customer: what every view of the jobs can be narrowed by. */
export function JobFilterBar({
  filters,
  onFilters,
  onPickCustomer,
  children,
  count,
  below,
}: JobFilterBarProps) {
  const search = useFocusKey('jobs.search');
  return (
    <search className={toolbar.toolbar}>
      <SearchField
        fieldRef={search}
        say={say}
        words={filters.q}
        onWords={(q) => onFilters({ q })}
        below={below}
      />
      <AssigneeFilter value={filters.assignee} onChange={(assignee) => onFilters({ assignee })} />
      {filters.customer === undefined ? (
        <Button onClick={onPickCustomer}>{say.everyCustomer}</Button>
      ) : (
        <CustomerChip id={filters.customer} onClear={() => onFilters({ customer: undefined })} />
      )}
      {children}
      {isNarrowed(filters) ? (
        <Button look="quiet" onClick={() => onFilters(noFilters)}>
          {say.clear}
        </Button>
      ) : null}
      {count === undefined ? null : (
        <span className={toolbar.count} role="status">
          {count}
        </span>
      )}
    </search>
  );
}

/** What only the list can be narrowed and sorted by. */
export function ListFilters({ filters, onFilters }: Pick<JobFilterBarProps, 'filters' | 'onFilters'>) {
  return (
    <>
      <SelectField
        label={say.status}
        isLabelHidden
        value={filters.status ?? 'every'}
        choices={statuses}
        onChange={(value) => onFilters({ status: JobStatus.safeParse(value).data })}
      />
      <DateFilter
        label={say.from}
        words={say.from}
        value={filters.from}
        onChange={(from) => onFilters({ from })}
      />
      <DateFilter
        label={say.to}
        words={say.to.toLowerCase()}
        value={filters.to}
        onChange={(to) => onFilters({ to })}
      />
      <SelectField
        label={say.sort}
        isLabelHidden
        value={filters.sort ?? '-createdAt'}
        choices={orders}
        onChange={(sort) => onFilters({ sort: sort === '-createdAt' ? undefined : sort })}
      />
    </>
  );
}

interface DateFilterProps {
  readonly label: string;
  /** What is seen before the field, and goes into the next row with it. */
  readonly words: string;
  readonly value: string | undefined;
  readonly onChange: (date: string | undefined) => void;
}

function DateFilter({ label, words, value, onChange }: DateFilterProps) {
  return (
    <div className={styles.date}>
      <span className={styles.between} aria-hidden>
        {words}
      </span>
      <TextField
        label={label}
        isLabelHidden
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </div>
  );
}

interface AssigneeFilterProps {
  readonly value: UserId | undefined;
  readonly onChange: (id: UserId | undefined) => void;
}

function AssigneeFilter({ value, onChange }: AssigneeFilterProps) {
  const { data } = useRecord('jobs.assignees', {});
  const people = data?.items ?? [];
  const choices = [
    { value: 'every', label: say.everyAssignee },
    ...people.map(({ id, name }) => ({ value: String(id), label: plainText(name) })),
  ];
  return (
    <SelectField
      label={say.assignee}
      isLabelHidden
      value={value ?? 'every'}
      choices={choices}
      onChange={(picked) => onChange(UserId.safeParse(picked).data)}
    />
  );
}

function CustomerChip({
  id,
  onClear,
}: {
  readonly id: NonNullable<JobFilters['customer']>;
  readonly onClear: () => void;
}) {
  const { data } = useRecord('customer.read', { id });
  const name = data === undefined ? say.aCustomer : plainText(data.name);
  return (
    <Button onClick={onClear} title={say.everyCustomer}>
      {say.onlyCustomer(name)}
      <X size={14} strokeWidth={2} aria-hidden />
    </Button>
  );
}
