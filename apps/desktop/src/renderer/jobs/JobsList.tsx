import type { Job, JobId } from '@ringdesk/shared';
import { Link } from '@tanstack/react-router';
import { CalendarDays } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { useRecords } from '../http/records.ts';
import { useRowsSoFar } from '../http/rows-so-far.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PagedTable } from '../ui/PagedTable.tsx';
import { plainText } from '../ui/plain-text.ts';
import type { Column } from '../ui/TableRow.tsx';
import { JobFilterBar, ListFilters } from './JobFilterBar.tsx';
import { JobStatusBadge } from './JobStatusBadge.tsx';
import styles from './Jobs.module.css';
import { askedByList, isNarrowed, type JobFilters, noFilters } from './job-filters.ts';
import { sayThere, sayTime } from './job-times.ts';
import { sayMoney } from './money.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
const pageSize = 100;
const keyOf = ({ id }: Job) => id;

export interface JobsListProps {
  readonly filters: JobFilters;
  readonly onFilters: (change: Partial<JobFilters>) => void;
  readonly onPickCustomer: () => void;
  readonly onOpen: (id: JobId) => void;
  readonly emptyActions: ReactNode;
}

/** The jobs as a table; more come as one scrolls. */
export function JobsList({ filters, onFilters, onPickCustomer, onOpen, emptyActions }: JobsListProps) {
  const asked = askedByList(filters);
  const list = useRecords('jobs.list', { ...asked, limit: pageSize });
  const rows = useRowsSoFar(list);
  const nowMs = useServerMinute();
  const grid = useRef<HTMLDivElement | null>(null);
  const columns = useMemo(() => columnsAt(nowMs), [nowMs]);
  return (
    <PagedTable
      label={say.list}
      list={rows}
      columns={columns}
      keyOf={keyOf}
      onOpen={({ id }) => onOpen(id)}
      placeKey={`jobs ${JSON.stringify(asked)}`}
      endLabel={say.end}
      loadingLabel={say.loading}
      againLabel={say.again}
      isTall
      isOff={({ status }) => status === 'canceled'}
      gridRef={grid}
      bar={
        <JobFilterBar
          filters={filters}
          onFilters={onFilters}
          onPickCustomer={onPickCustomer}
          count={rows.isRead ? say.count(rows.rows.length, rows.hasMore) : ''}
          below={grid}
        >
          <ListFilters filters={filters} onFilters={onFilters} />
        </JobFilterBar>
      }
      empty={
        <NoJobs
          isNarrowed={isNarrowed(filters)}
          onEverything={() => onFilters(noFilters)}
          actions={emptyActions}
        />
      }
    />
  );
}

function columnsAt(nowMs: number): readonly Column<Job>[] {
  return [
    {
      key: 'number',
      label: say.number,
      track: '5.5rem',
      cell: ({ number }) => <span className={styles.number}>{number}</span>,
    },
    {
      key: 'job',
      label: say.job,
      track: 'minmax(11rem, 2.4fr)',
      cell: (job) => (
        <>
          <Link
            to="/jobs/$id"
            params={{ id: job.id }}
            tabIndex={-1}
            className={styles.title}
            title={plainText(job.title)}
          >
            {plainText(job.title)}
          </Link>
          <span className={styles.meta} title={plainText(job.address)}>
            {plainText(job.address)}
          </span>
        </>
      ),
    },
    {
      key: 'customer',
      label: say.customer,
      track: 'minmax(9rem, 1.4fr)',
      fromRem: 44,
      cell: ({ customerName }) => <span title={plainText(customerName)}>{plainText(customerName)}</span>,
    },
    {
      key: 'time',
      label: say.time,
      track: 'minmax(16.5rem, 1.6fr)',
      cell: (job) => <Time job={job} nowMs={nowMs} />,
    },
    {
      key: 'status',
      label: say.status,
      track: '9rem',
      cell: ({ status }) => <JobStatusBadge status={status} />,
    },
    {
      key: 'assignees',
      label: say.assignees,
      track: 'minmax(8rem, 1fr)',
      fromRem: 62,
      cell: ({ assignees }) => <Assignees names={assignees.map(({ name }) => plainText(name))} />,
    },
    {
      key: 'total',
      label: say.total,
      track: '7rem',
      fromRem: 70,
      isNumber: true,
      cell: ({ lineItems, totalCents }) =>
        lineItems.length === 0 ? <span className={styles.quiet}>{say.one.none}</span> : sayMoney(totalCents),
    },
  ];
}

function Time({ job: { schedule, timeZone }, nowMs }: { readonly job: Job; readonly nowMs: number }) {
  if (schedule === null) return <span className={styles.quiet}>{say.noTime}</span>;
  const there = sayThere(Date.parse(schedule.start), timeZone);
  return (
    <>
      <span className="tabular" title={sayTime(schedule, nowMs)}>
        {sayTime(schedule, nowMs)}
      </span>
      {there === null ? null : <span className={styles.meta}>{there}</span>}
    </>
  );
}

function Assignees({ names }: { readonly names: readonly string[] }) {
  const [first] = names;
  if (first === undefined) return <span className={styles.quiet}>{say.nobody}</span>;
  return (
    <span title={names.join(', ')}>
      {first}
      {names.length > 1 ? ` ${say.moreAssignees(names.length - 1)}` : ''}
    </span>
  );
}

interface NoJobsProps {
  readonly isNarrowed: boolean;
  readonly onEverything: () => void;
  readonly actions: ReactNode;
}

function NoJobs({ isNarrowed: isLess, onEverything, actions }: NoJobsProps) {
  return isLess ? (
    <EmptyState
      icon={CalendarDays}
      title={say.nothingFound}
      actions={<Button onClick={onEverything}>{say.everything}</Button>}
    >
      {say.nothingFoundHint}
    </EmptyState>
  ) : (
    <EmptyState icon={CalendarDays} title={say.emptyTitle} actions={actions}>
      {say.empty}
    </EmptyState>
  );
}
