import type { Job } from '@ringdesk/shared';
import { useEffect, useMemo, useRef } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { plainText } from '../ui/plain-text.ts';
import { useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { dateAt, dayOf, weekOf } from './calendar-days.ts';
import { movedTo } from './calendar-moves.ts';
import { changeJobAloud } from './change-job.ts';
import { JobFilterBar } from './JobFilterBar.tsx';
import styles from './JobsCalendar.module.css';
import { askedOf, type JobFilters } from './job-filters.ts';
import { cityOf, ownZone, sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
const pageSize = 100;
/** Others book as well; whoever watches the calendar sees it. */
const freshMs = 30_000;
/** More jobs than this in a week are no calendar any more. */
const mostPages = 10;

export interface JobsCalendarProps {
  readonly view: 'day' | 'week';
  readonly filters: JobFilters;
  readonly onFilters: (change: Partial<JobFilters>) => void;
  readonly onPickCustomer: () => void;
  /** A free time was picked for a new job. */
  readonly onNew: (startMs: number) => void;
}

/** The jobs of a day or a week by the clock of whoever looks. */
export function JobsCalendar({ view, filters, onFilters, onPickCustomer, onNew }: JobsCalendarProps) {
  const nowMs = useServerMinute();
  const today = dateAt(nowMs, ownZone);
  const day = filters.day ?? today;
  const days = useMemo(
    () => (view === 'day' ? [day] : weekOf(day)).map((date) => dayOf(date, ownZone)),
    [view, day],
  );
  const { jobs, list, isCut } = useJobsOf(days, filters);
  const isSlow = useSlowly(list.isPending || list.isPlaceholderData);
  const grid = useRef<HTMLElement | null>(null);
  const isEmpty = list.data !== undefined && !list.isPlaceholderData && jobs.length === 0;
  const news = isCut ? say.calendar.more : isEmpty ? say.calendar.nothing : null;

  async function move(job: Job, startMs: number): Promise<void> {
    if (job.schedule === null || Date.parse(job.schedule.start) === startMs) return;
    const schedule = movedTo(job.schedule, startMs);
    await changeJobAloud(job, { schedule }, (now) =>
      say.moved(plainText(now.title), now.schedule === null ? '' : sayTime(now.schedule, nowMs)),
    );
  }
  return (
    <div className={styles.frame}>
      <JobFilterBar filters={filters} onFilters={onFilters} onPickCustomer={onPickCustomer} below={grid}>
        <CalendarBar
          view={view}
          days={days.map(({ date }) => date)}
          day={day}
          today={today}
          withCanceled={filters.canceled === 'too'}
          onFilters={onFilters}
        />
      </JobFilterBar>
      {list.error === null ? null : (
        <div className={styles.pad}>
          <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
            {sayRefusal(list.error.refusal)}
          </Trouble>
        </div>
      )}
      <CalendarGrid
        view={view}
        days={days}
        jobs={jobs}
        nowMs={nowMs}
        isLoading={isSlow}
        gridRef={grid}
        onDay={(date, toDayView) => onFilters(toDayView ? { day: date, view: 'day' } : { day: date })}
        onMove={move}
        onNew={onNew}
      />
      <p className={styles.foot} data-news={news !== null}>
        <span>{say.calendar.zone(cityOf(ownZone))}</span>
        <span role="status">{news ?? say.calendar.keys}</span>
      </p>
    </div>
  );
}

/** Every job that touches these days; page after page, up to a thousand. */
function useJobsOf(
  days: readonly { readonly startMs: number; readonly endMs: number }[],
  filters: JobFilters,
) {
  const from = days[0]?.startMs ?? 0;
  const to = days.at(-1)?.endMs ?? 0;
  const list = useRecords(
    'jobs.list',
    {
      ...askedOf(filters),
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      sort: 'start',
      limit: pageSize,
    },
    { refetchInterval: freshMs },
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = list;
  const pages = list.data?.pages.length ?? 0;
  const mayRead = hasNextPage && !isPlaceholderData && pages < mostPages;
  useEffect(() => {
    if (mayRead && !isFetchingNextPage) void fetchNextPage();
  }, [mayRead, isFetchingNextPage, fetchNextPage]);
  const withCanceled = filters.canceled === 'too';
  const jobs = useMemo(
    () => itemsOf(list.data).filter(({ status }) => withCanceled || status !== 'canceled'),
    [list.data, withCanceled],
  );
  return { jobs, list, isCut: hasNextPage && pages >= mostPages };
}
