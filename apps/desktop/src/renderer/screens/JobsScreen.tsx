import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { JobsBoard } from '../jobs/JobsBoard.tsx';
import { JobsCalendar } from '../jobs/JobsCalendar.tsx';
import { JobsList } from '../jobs/JobsList.tsx';
import type { JobFilters } from '../jobs/job-filters.ts';
import { pageMessages } from '../jobs/page.messages.ts';
import { ViewSwitch } from '../jobs/ViewSwitch.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { keepJobs } from './last-search.ts';
import { NewJobDialog } from './NewJobDialog.tsx';
import { PickCustomer } from './PickCustomer.tsx';

const say = pageMessages;

/** The jobs as a list, in a calendar or by status; which, and which of them, stands in the address. */
export function JobsScreen() {
  const filters = useSearch({ from: '/jobs' });
  const navigate = useNavigate({ from: '/jobs' });
  const [making, setMaking] = useState<{ readonly startMs: number | null } | null>(null);
  const [isPicking, setIsPicking] = useState(false);
  useEffect(() => keepJobs(filters), [filters]);
  const view = filters.view ?? 'list';
  const make = () => setMaking({ startMs: null });
  useShortcut('jobs.new', make);

  function change(wish: Partial<JobFilters>): void {
    // A search that is being typed is one step back, not one for each letter.
    void navigate({
      search: (before) => ({ ...before, ...wish }),
      replace: 'q' in wish && !('from' in wish),
    });
  }
  const makeButton = (
    <Button look="primary" keys={keysOf('jobs.new')} onClick={make}>
      <CalendarPlus size={16} strokeWidth={1.75} aria-hidden />
      {say.newJob}
    </Button>
  );
  const shared = { filters, onFilters: change, onPickCustomer: () => setIsPicking(true) };
  const open = (id: string) => void navigate({ to: '/jobs/$id', params: { id } });
  return (
    <Page
      title={say.title}
      actions={
        <>
          <ViewSwitch view={view} onView={(next) => change({ view: next === 'list' ? undefined : next })} />
          {makeButton}
        </>
      }
    >
      {view === 'list' ? <JobsList {...shared} onOpen={open} emptyActions={makeButton} /> : null}
      {view === 'board' ? <JobsBoard {...shared} /> : null}
      {view === 'day' || view === 'week' ? (
        <JobsCalendar view={view} {...shared} onNew={(startMs) => setMaking({ startMs })} />
      ) : null}
      {isPicking ? (
        <PickCustomer
          onPick={(customer) => {
            setIsPicking(false);
            change({ customer });
          }}
          onClose={() => setIsPicking(false)}
        />
      ) : null}
      {making === null ? null : (
        <NewJobDialog
          customerId={filters.customer ?? null}
          startMs={making.startMs}
          onBooked={() => undefined}
          onClose={() => setMaking(null)}
        />
      )}
    </Page>
  );
}
