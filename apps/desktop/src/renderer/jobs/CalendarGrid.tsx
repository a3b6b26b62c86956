import type { Job } from '@ringdesk/shared';
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { classes } from '../ui/classes.ts';
import { type DragPoint, useDrag } from '../ui/use-drag.ts';
import { useRem } from '../ui/use-rem.ts';
import { momentAt } from './calendar-days.ts';
import type { CalendarGridProps, Carried } from './calendar-grid.ts';
import { isMovable, movedTo, snapped } from './calendar-moves.ts';
import { hourRem } from './calendar-size.ts';
import { DayColumn } from './DayColumn.tsx';
import { DayHead } from './DayHead.tsx';
import styles from './JobsCalendar.module.css';
import { ownZone, sayClock, sayDays } from './job-times.ts';
import { pageMessages } from './page.messages.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';

const say = pageMessages.calendar;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A little above seven, so that the hour itself can be read. */
const morning = 6.75;
/** Near an edge the grid scrolls by itself while something is carried. */
const edgePx = 36;
const edgeStepPx = 14;

/** Half hours down, days across. Jobs are moved with the pointer, or with M and the arrows. */
export function CalendarGrid(props: CalendarGridProps) {
  const { view, days, jobs, nowMs, isLoading, gridRef, onDay, onMove, onNew } = props;
  const rem = useRem();
  const scroller = useRef<HTMLElement | null>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  useMorning(scroller, rem);
  const grab = useDrag<Held>({
    move: (held, at) => {
      scrollAtEdge(scroller.current, at);
      const startMs = startUnder(scroller.current, held, { at, rem });
      if (startMs !== null) setCarried({ job: held.job, startMs });
    },
    drop: ({ job }) => {
      setCarried(null);
      if (carried !== null) void onMove(job, carried.startMs);
    },
    cancel: () => setCarried(null),
  });
  const keys = useCalendarKeys({ ...props, scroller, carried, setCarried });
  const grabMovable = useCallback(
    (job: Job, event: PointerEvent) => {
      const { top } = event.currentTarget.getBoundingClientRect();
      if (isMovable(job)) grab({ job, belowTopPx: event.clientY - top }, event);
    },
    [grab],
  );
  const shownCarried = useMemo(
    () =>
      carried === null || carried.job.schedule === null
        ? null
        : { ...carried.job, schedule: movedTo(carried.job.schedule, carried.startMs) },
    [carried],
  );
  return (
    <section
      ref={(element) => {
        scroller.current = element;
        gridRef.current = element;
      }}
      className={classes(styles.grid, carried !== null && styles.carrying)}
      aria-label={say.label(sayDays(days.map(({ date }) => date)))}
      aria-busy={isLoading}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key, and its arrows lead to the jobs
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      onBlur={keys.onBlur}
      data-view={view}
    >
      <div className={styles.heads}>
        <span className={styles.corner} />
        {days.map((day) => (
          <DayHead
            key={day.date}
            day={day}
            nowMs={nowMs}
            isLink={view === 'week'}
            onPick={() => onDay(day.date, true)}
          />
        ))}
      </div>
      <div className={styles.body}>
        <div className={styles.hours} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} style={{ top: `${hour * hourRem}rem` }}>
              {hour === 0 ? '' : sayClock(Date.UTC(2026, 0, 1, hour), 'UTC').replace(':00', '')}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <DayColumn
            key={day.date}
            day={day}
            jobs={jobs}
            nowMs={nowMs}
            carried={shownCarried}
            activeId={keys.activeId}
            onGrab={grabMovable}
            onFocusJob={keys.setActiveId}
            onNew={onNew}
          />
        ))}
      </div>
      {isLoading ? <span className={styles.loading} aria-hidden /> : null}
    </section>
  );
}

/** Opens where the working day begins. */
function useMorning(scroller: RefObject<HTMLElement | null>, rem: number): void {
  useEffect(() => {
    scroller.current?.scrollTo({ top: morning * hourRem * rem });
  }, [scroller, rem]);
}

function scrollAtEdge(scroller: HTMLElement | null, { y }: DragPoint): void {
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const heads = scroller.firstElementChild?.clientHeight ?? 0;
  if (y > bottom - edgePx) scroller.scrollBy({ top: edgeStepPx });
  if (y < top + heads + edgePx) scroller.scrollBy({ top: -edgeStepPx });
}

/** What the hand holds, and how far below its beginning, so that it does not jump. */
interface Held {
  readonly job: Job;
  readonly belowTopPx: number;
}

/** When the job would begin if it were let go here: on the day under the pointer, at the nearest half hour. */
function startUnder(
  scroller: HTMLElement | null,
  { belowTopPx }: Held,
  { at, rem }: { readonly at: DragPoint; readonly rem: number },
): number | null {
  const columns = [...(scroller?.querySelectorAll<HTMLElement>('[data-date]') ?? [])];
  const column = columns.find((one) => {
    const { left, right } = one.getBoundingClientRect();
    return at.x >= left && at.x < right;
  });
  const date = column?.dataset['date'];
  if (column === undefined || date === undefined) return null;
  const fromTopPx = at.y - belowTopPx - column.getBoundingClientRect().top;
  return momentAt(date, snapped((fromTopPx / (hourRem * rem)) * 60), ownZone);
}
