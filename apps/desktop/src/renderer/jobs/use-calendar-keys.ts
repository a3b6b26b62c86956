import type { Job, JobId } from '@ringdesk/shared';
import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { announce } from '../ui/announcements.store.ts';
import { addDays, dateAt } from './calendar-days.ts';
import type { CalendarGridProps, Carried } from './calendar-grid.ts';
import { isMovable, movedTo, neighbour, stepped } from './calendar-moves.ts';
import { focusJob } from './focus-job.ts';
import { ownZone, sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.calendar;

export interface CalendarKeys
  extends Pick<CalendarGridProps, 'days' | 'jobs' | 'nowMs' | 'onDay' | 'onMove'> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly carried: Carried | null;
  readonly setCarried: (carried: Carried | null) => void;
}

/** Carries a job that was taken up: arrows move it, Enter leaves it there, Escape puts it back. */
function carrying({ days, nowMs, onDay, onMove, scroller, setCarried }: CalendarKeys) {
  function carry(key: string, { job, startMs }: Carried): boolean {
    if (key === 'Escape') {
      setCarried(null);
      announce(say.putBack);
      focusJob(scroller.current, job.id);
    } else if (key === 'Enter') {
      setCarried(null);
      void onMove(job, startMs).then(() => {
        if (document.activeElement === scroller.current) focusJob(scroller.current, job.id);
      });
    } else {
      const next = stepped(startMs, key, ownZone);
      if (next === null) return false;
      show(job, next);
    }
    return true;
  }
  function show(job: Job, startMs: number): void {
    setCarried({ job, startMs });
    const date = dateAt(startMs, ownZone);
    if (!days.some((day) => day.date === date)) onDay(date, false);
    if (job.schedule !== null) announce(say.moving(sayTime(movedTo(job.schedule, startMs), nowMs)));
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector('[data-carried]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  }
  return { carry, show };
}

/** Moves between jobs and days by arrows; M takes a job up, arrows carry it, Enter leaves it there and Escape puts it back. */
export function useCalendarKeys(of: CalendarKeys) {
  const { days, jobs, onDay, scroller, carried, setCarried } = of;
  const [activeId, setActiveId] = useState<JobId | null>(null);
  const { carry, show } = carrying(of);
  const begun = jobs.flatMap(({ id, schedule }) =>
    schedule === null ? [] : [{ id, startMs: Date.parse(schedule.start) }],
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const focused = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-job]') : null;
    const job = jobs.find(({ id }) => id === focused?.dataset['job']);
    if (carried !== null) {
      if (!carry(key, carried)) return;
    } else if (key.toLowerCase() === 'm' && job?.schedule && isMovable(job)) {
      scroller.current?.focus();
      show(job, Date.parse(job.schedule.start));
    } else if (!go(key, job)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** To the job an arrow leads to; over the edge, to the days beyond it. */
  function go(key: string, from: Job | undefined): boolean {
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
    if (!isSideways && (from === undefined || !key.startsWith('Arrow')))
      return key === 'ArrowDown' && enter();
    const next = from === undefined ? null : neighbour(begun, { fromId: from.id, key, zone: ownZone });
    const there = jobs.find(({ id }) => id === next);
    if (there !== undefined) {
      setActiveId(there.id);
      focusJob(scroller.current, there.id);
      return true;
    }
    const edge = key === 'ArrowRight' ? days.at(-1)?.date : days[0]?.date;
    if (!isSideways || edge === undefined) return from !== undefined;
    onDay(addDays(edge, key === 'ArrowRight' ? 1 : -1), false);
    return true;
  }
  function enter(): boolean {
    const first = begun.toSorted((a, b) => a.startMs - b.startMs)[0];
    if (first === undefined) return false;
    setActiveId(first.id);
    focusJob(scroller.current, first.id);
    return true;
  }
  return {
    activeId,
    setActiveId,
    onKeyDown,
    /** Whoever leaves the calendar while they carry a job leaves it where it was. */
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (carried === null || scroller.current?.contains(relatedTarget) === true) return;
      setCarried(null);
      announce(say.putBack);
    },
  };
}
