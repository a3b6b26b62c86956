import type { Job } from '@ringdesk/shared';
import {
  type CSSProperties,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classes } from '../ui/classes.ts';
import { scrollAtEdge } from '../ui/scroll-at-edge.ts';
import { type DragPoint, useDrag } from '../ui/use-drag.ts';
import { useRem } from '../ui/use-rem.ts';
import { dateAt, minuteAt } from './calendar-days.ts';
import type { CalendarGridProps, Carried } from './calendar-grid.ts';
import { draggedTo, isMovable, movedTo, type Spot } from './calendar-moves.ts';
import { hourRem, openingHour } from './calendar-size.ts';
import { DayColumn } from './DayColumn.tsx';
import { DayHead } from './DayHead.tsx';
import { jobsOf, mostLanes } from './day-jobs.ts';
import styles from './JobsCalendar.module.css';
import { ownZone, sayClock, sayDays } from './job-times.ts';
import { pageMessages } from './page.messages.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';

const say = pageMessages.calendar;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

const narrowestDayRem = 6.25;
const laneRem = { day: 6, week: 1.75 };
const hoursRem = 3.75;

/** Half hours down, days across. Jobs are moved with the pointer, or with M and the arrows. */
export function CalendarGrid(props: CalendarGridProps) {
  const { view, days, jobs, nowMs, isLoading, gridRef, onDay, onMove, onNew } = props;
  const rem = useRem();
  const scroller = useRef<HTMLElement | null>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  useOpeningHour(scroller, props);
  const grab = useDrag<Held>({
    move: (held, at) => {
      scrollAtEdge(scroller.current, at, scroller.current?.firstElementChild?.clientHeight);
      const under = spotUnder(scroller.current, at, rem);
      if (under !== null)
        setCarried({ job: held.job, startMs: draggedTo(held.startMs, { ...held, under }, ownZone) });
    },
    drop: ({ job }) => {
      setCarried(null);
      if (carried !== null) void onMove(job, carried.startMs);
    },
    cancel: () => setCarried(null),
  });
  const full = useMemo(() => days.map((day) => ({ day, placed: jobsOf(day, jobs) })), [days, jobs]);
  const columns = columnsOf(full.map(({ placed }) => mostLanes(placed) * laneRem[view]));
  const keys = useCalendarKeys({ ...props, scroller, carried, setCarried });
  const grabMovable = useCallback(
    (job: Job, event: PointerEvent) => {
      const grabbed = spotUnder(scroller.current, { x: event.clientX, y: event.clientY }, rem);
      if (grabbed === null || job.schedule === null || !isMovable(job)) return;
      grab({ job, startMs: Date.parse(job.schedule.start), grabbed }, event);
    },
    [grab, rem],
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
      <div className={styles.heads} style={columns}>
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
      <div className={styles.body} style={columns}>
        <div className={styles.hours} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} style={{ top: `${hour * hourRem}rem` }}>
              {hour === 0 ? '' : sayClock(Date.UTC(2026, 0, 1, hour), 'UTC').replace(':00', '')}
            </span>
          ))}
        </div>
        {full.map(({ day, placed }) => (
          <DayColumn
            key={day.date}
            day={day}
            placed={placed}
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

/** The hours and the days; each of those that stand side by side still has room to be seen, and hit. */
function columnsOf(neededRem: readonly number[]): CSSProperties {
  const narrowest = neededRem.map((rem) => Math.max(narrowestDayRem, rem));
  const wholeRem = hoursRem + narrowest.reduce((sum, rem) => sum + rem, 0);
  const tracks = narrowest.map((rem) => `minmax(${rem}rem, 1fr)`);
  return { minWidth: `${wholeRem}rem`, gridTemplateColumns: `${hoursRem}rem ${tracks.join(' ')}` };
}

/** Opens where the working day begins, or where now is. */
function useOpeningHour(scroller: RefObject<HTMLElement | null>, { days, nowMs }: CalendarGridProps): void {
  const rem = useRem();
  const opened = useRef({ days, nowMs });
  useEffect(() => {
    if (scroller.current === null) return;
    const { clientHeight, firstElementChild } = scroller.current;
    const inSightPx = clientHeight - (firstElementChild?.clientHeight ?? 0);
    const isToday = opened.current.days.some(({ date }) => date === dateAt(opened.current.nowMs, ownZone));
    const nowHour = isToday ? minuteAt(opened.current.nowMs, ownZone) / 60 : null;
    scroller.current.scrollTo({ top: openingHour(nowHour, inSightPx / (hourRem * rem)) * hourRem * rem });
  }, [scroller, rem]);
}

/** What the hand holds, when it begins, and where it was taken hold of. */
interface Held {
  readonly job: Job;
  readonly startMs: number;
  readonly grabbed: Spot;
}

/** The day under the pointer, and the minute of its clock. */
function spotUnder(scroller: HTMLElement | null, at: DragPoint, rem: number): Spot | null {
  const columns = [...(scroller?.querySelectorAll<HTMLElement>('[data-date]') ?? [])];
  const column = columns.find((one) => {
    const { left, right } = one.getBoundingClientRect();
    return at.x >= left && at.x < right;
  });
  const date = column?.dataset['date'];
  if (column === undefined || date === undefined) return null;
  return { date, minute: ((at.y - column.getBoundingClientRect().top) / (hourRem * rem)) * 60 };
}
