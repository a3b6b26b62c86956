import { ChevronLeft, ChevronRight } from 'lucide-react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { addDays } from './calendar-days.ts';
import styles from './JobsCalendar.module.css';
import type { JobFilters } from './job-filters.ts';
import { sayDays } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.calendar;

export interface CalendarBarProps {
  readonly view: 'day' | 'week';
  readonly days: readonly string[];
  readonly day: string;
  readonly today: string;
  readonly withCanceled: boolean;
  readonly onFilters: (change: Partial<JobFilters>) => void;
}

/** The way through the days. */
export function CalendarBar({ view, days, day, today, withCanceled, onFilters }: CalendarBarProps) {
  const step = view === 'day' ? 1 : 7;
  const go = (by: number) => onFilters({ day: addDays(day, by) });
  const toToday = () => onFilters({ day: today });
  useShortcut('jobs.today', toToday);
  useShortcut('jobs.earlier', () => go(-step));
  useShortcut('jobs.later', () => go(step));
  return (
    <>
      <div className={styles.way}>
        <IconButton
          icon={ChevronLeft}
          label={say.earlier(view)}
          keys={keysOf('jobs.earlier')}
          onClick={() => go(-step)}
        />
        <Button onClick={toToday} aria-pressed={days.includes(today)}>
          {say.today}
        </Button>
        <IconButton
          icon={ChevronRight}
          label={say.later(view)}
          keys={keysOf('jobs.later')}
          onClick={() => go(step)}
        />
        <strong className={styles.range} role="status">
          {sayDays(days)}
        </strong>
      </div>
      <TextField
        label={say.pickDay}
        isLabelHidden
        type="date"
        value={day}
        onChange={(event) => {
          if (event.target.value !== '') onFilters({ day: event.target.value });
        }}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={withCanceled}
          onChange={(event) => onFilters({ canceled: event.target.checked ? 'too' : undefined })}
        />
        {say.canceled}
      </label>
    </>
  );
}
