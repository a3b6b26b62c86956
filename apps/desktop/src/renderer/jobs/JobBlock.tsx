import type { Job, JobId } from '@ringdesk/shared';
import { Link } from '@tanstack/react-router';
import type { PointerEvent } from 'react';
import { classes } from '../ui/classes.ts';
import { plainText } from '../ui/plain-text.ts';
import type { DayPart } from './calendar-days.ts';
import { isMovable } from './calendar-moves.ts';
import { hourRem } from './calendar-size.ts';
import { statusIcons } from './JobStatusBadge.tsx';
import styles from './JobsCalendar.module.css';
import { sayClock, sayClocks, sayThere, sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
const minuteMs = 60_000;
/** Above and below the words of a block; a line is one rem. */
const paddingRem = 0.4;

export interface JobBlockProps {
  readonly job: Job;
  readonly part: DayPart;
  readonly lane: number;
  readonly lanes: number;
  /** So many lanes are free for it, to the right of its own. */
  readonly span: number;
  readonly nowMs: number;
  /** It is being moved: what is left here is a trace. */
  readonly isCarried: boolean;
  /** The stop of the tab order. */
  readonly isStop: boolean;
  readonly onGrab: (job: Job, event: PointerEvent) => void;
  readonly onFocus: (id: JobId) => void;
}

/** One job in its time. Its arrival window is drawn lightly along its edge. */
export function JobBlock({
  job,
  part,
  lane,
  lanes,
  span,
  nowMs,
  isCarried,
  isStop,
  onGrab,
  onFocus,
}: JobBlockProps) {
  const { schedule, status } = job;
  if (schedule === null) return null;
  const minutes = part.toMinute - part.fromMinute;
  const title = plainText(job.title);
  const customer = plainText(job.customerName);
  const there = sayThere(Date.parse(schedule.start), job.timeZone);
  const facts = [customer, sayClocks(schedule), there]
    .filter((fact) => fact !== null)
    .slice(0, factsIn(minutes));
  const Icon = statusIcons[status];
  const spoken = [sayTime(schedule, nowMs), there, arrivalOf(job)]
    .filter((words) => words !== null)
    .join(', ');
  return (
    <Link
      to="/jobs/$id"
      params={{ id: job.id }}
      data-job={job.id}
      draggable={false}
      tabIndex={isStop ? 0 : -1}
      title={`${title}\n${customer}\n${spoken}`}
      className={classes(
        styles.job,
        styles[status],
        isCarried && styles.trace,
        isMovable(job) && styles.movable,
        part.isFromDayBefore && styles.cutAbove,
        part.isIntoNextDay && styles.cutBelow,
      )}
      style={{
        top: `${(part.fromMinute / 60) * hourRem}rem`,
        height: `calc(${(minutes / 60) * hourRem}rem - 2px)`,
        left: `calc(${(lane / lanes) * 100}% + 1px)`,
        width: `calc(${(span / lanes) * 100}% - 3px)`,
      }}
      onPointerDown={(event) => onGrab(job, event)}
      onFocus={() => onFocus(job.id)}
    >
      <ArrivalWindow minutes={part.isFromDayBefore ? 0 : schedule.arrivalWindowMinutes} />
      <span
        className={classes(styles.jobTitle, status === 'canceled' && styles.struck)}
        style={{ WebkitLineClamp: Math.max(1, linesIn(minutes) - facts.length) }}
      >
        <Icon size={12} strokeWidth={2.25} aria-hidden />
        {title}
      </span>
      <span className="only-heard">{say.calendar.job(customer, spoken, say.statuses[status])}</span>
      {facts.map((fact) => (
        <span key={fact} className={styles.jobLine} aria-hidden>
          {fact}
        </span>
      ))}
    </Link>
  );
}

/** How much is told of a job beside its title: whose it is from an hour on, then when, then what the clock shows there. */
function factsIn(minutes: number): number {
  return [60, 90, 120].filter((least) => minutes >= least).length;
}

/** How many lines of words a block of so many minutes has room for. */
function linesIn(minutes: number): number {
  return Math.max(1, Math.floor((minutes / 60) * hourRem - paddingRem));
}

function ArrivalWindow({ minutes }: { readonly minutes: number }) {
  if (minutes === 0) return null;
  return <span className={styles.arrival} style={{ height: `${(minutes / 60) * hourRem}rem` }} aria-hidden />;
}

function arrivalOf({ schedule }: Job): string | null {
  if (schedule === null || schedule.arrivalWindowMinutes === 0) return null;
  return say.calendar.arrival(
    sayClock(Date.parse(schedule.start) + schedule.arrivalWindowMinutes * minuteMs),
  );
}
