import type { Job, JobId } from '@ringdesk/shared';
import { type MouseEvent, type PointerEvent, useState } from 'react';
import { plainText } from '../ui/plain-text.ts';
import { type CalendarDay, dateAt, minuteAt, momentAt, type Stretch } from './calendar-days.ts';
import { slotAt, slotMinutes } from './calendar-moves.ts';
import { hourRem } from './calendar-size.ts';
import { type DayJob, jobIn } from './day-jobs.ts';
import { JobBlock } from './JobBlock.tsx';
import styles from './JobsCalendar.module.css';
import { ownZone, sayClock } from './job-times.ts';
import type { Placed } from './lanes.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.calendar;

export interface DayColumnProps {
  readonly day: CalendarDay;
  readonly placed: readonly Placed<DayJob>[];
  readonly nowMs: number;
  /** A job on its way to another time, as it would be there. */
  readonly carried: Job | null;
  readonly activeId: JobId | null;
  readonly onGrab: (job: Job, event: PointerEvent) => void;
  readonly onFocusJob: (id: JobId) => void;
  readonly onNew: (startMs: number) => void;
}

/** One day of half hours, its jobs side by side where they overlap; a click on a free time begins a new job. */
export function DayColumn(props: DayColumnProps) {
  const { day, placed, nowMs, carried, activeId, onGrab, onFocusJob, onNew } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const moved = carried === null ? null : jobIn(carried, day);
  const first = placed[0]?.item.job.id;

  function slotUnder(event: MouseEvent<HTMLElement>): number | null {
    if (event.target !== event.currentTarget) return null;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return slotAt(((event.clientY - top) / height) * 24 * 60);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by key a new job is begun with N
    // biome-ignore lint/a11y/useKeyWithClickEvents: by key a new job is begun with N
    <div
      className={styles.day}
      data-date={day.date}
      onMouseMove={(event) => setHovered(slotUnder(event))}
      onMouseLeave={() => setHovered(null)}
      onClick={(event) => {
        const slot = slotUnder(event);
        if (slot !== null) onNew(momentAt(day.date, slot, ownZone));
      }}
    >
      {day.skipped === null ? null : <Turn stretch={day.skipped} words={say.skipped} isGone />}
      {day.repeated === null ? null : <Turn stretch={day.repeated} words={say.repeated} isGone={false} />}
      {hovered === null || carried !== null ? null : <Slot day={day} minute={hovered} />}
      {placed.map(({ item, lane, lanes, span }) => (
        <JobBlock
          key={item.job.id}
          job={item.job}
          part={item}
          lane={lane}
          lanes={lanes}
          span={span}
          nowMs={nowMs}
          isCarried={carried?.id === item.job.id}
          isStop={activeId === null ? item.job.id === first : item.job.id === activeId}
          onGrab={onGrab}
          onFocus={onFocusJob}
        />
      ))}
      {moved === null ? null : (
        <div className={styles.moved} style={boxOf(moved)} data-carried>
          <strong>{sayClock(Date.parse(moved.job.schedule?.start ?? ''))}</strong>{' '}
          {plainText(moved.job.title)}
        </div>
      )}
      {day.date === dateAt(nowMs, ownZone) ? (
        <span
          className={styles.now}
          style={{ top: `${(minuteAt(nowMs, ownZone) / 60) * hourRem}rem` }}
          aria-hidden
        />
      ) : null}
    </div>
  );
}

/** The free half hour under the pointer. */
function Slot({ day, minute }: { readonly day: CalendarDay; readonly minute: number }) {
  return (
    <span
      className={styles.slot}
      style={boxOf({ fromMinute: minute, toMinute: minute + slotMinutes })}
      aria-hidden
    >
      {say.free(sayClock(momentAt(day.date, minute, ownZone)))}
    </span>
  );
}

interface TurnProps {
  readonly stretch: Stretch;
  readonly words: string;
  readonly isGone: boolean;
}

/** The hour in which the clock is turned. */
function Turn({ stretch, words, isGone }: TurnProps) {
  return (
    <span className={isGone ? styles.skipped : styles.repeated} style={boxOf(stretch)}>
      {words}
    </span>
  );
}

function boxOf({ fromMinute, toMinute }: Stretch) {
  return {
    top: `${(fromMinute / 60) * hourRem}rem`,
    height: `${((toMinute - fromMinute) / 60) * hourRem}rem`,
  };
}
