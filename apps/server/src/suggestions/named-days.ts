import { type CalendarDay, daysAfter, weekdayOf } from './zone.ts';

/** A day that was named, in the words [from, to). */
export interface NamedDay {
  readonly day: CalendarDay;
  readonly from: number;
  readonly to: number;
  /** As soon as can be, rather than a day by name. */
  readonly isUrgent: boolean;
}

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** As a pattern. */
export const weekday = weekdays.join('|');

/** The first day of that name after another. */
export function upcoming(today: CalendarDay, name: string): CalendarDay {
  return daysAfter(today, ((weekdays.indexOf(name) - weekdayOf(today) + 6) % 7) + 1);
}
