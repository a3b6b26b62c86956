import { classes } from '../ui/classes.ts';
import { type CalendarDay, dateAt } from './calendar-days.ts';
import styles from './JobsCalendar.module.css';
import { ownZone, sayDate } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

export interface DayHeadProps {
  readonly day: CalendarDay;
  readonly nowMs: number;
  /** In a week: the way to this day alone. */
  readonly isLink: boolean;
  readonly onPick: () => void;
}

/** The name of a day over its column. */
export function DayHead({ day: { date }, nowMs, isLink, onPick }: DayHeadProps) {
  const isToday = date === dateAt(nowMs, ownZone);
  const whole = sayDate(date, { weekday: 'long', month: 'long', day: 'numeric' });
  const words = (
    <>
      <span aria-hidden>{sayDate(date, { weekday: 'short' })}</span>
      <span className={styles.dayNumber} aria-hidden>
        {sayDate(date, { day: 'numeric' })}
      </span>
      <span className="only-heard">{isLink ? pageMessages.calendar.toDay(whole) : whole}</span>
    </>
  );
  return (
    <h2 className={classes(styles.head, isToday && styles.today)} aria-current={isToday ? 'date' : undefined}>
      {isLink ? (
        <button type="button" onClick={onPick}>
          {words}
        </button>
      ) : (
        <span className={styles.headWords}>{words}</span>
      )}
    </h2>
  );
}
