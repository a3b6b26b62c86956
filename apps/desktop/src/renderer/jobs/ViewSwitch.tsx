import { CalendarDays, CalendarRange, Columns3, List, type LucideIcon } from 'lucide-react';
import { keysOf, type ShortcutId, useShortcut } from '../app/shortcuts.ts';
import { classes } from '../ui/classes.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { JobsView } from './job-filters.ts';
import { pageMessages } from './page.messages.ts';
import styles from './ViewSwitch.module.css';

const say = pageMessages;
const icons: Readonly<Record<JobsView, LucideIcon>> = {
  list: List,
  day: CalendarDays,
  week: CalendarRange,
  board: Columns3,
};
const shortcuts = {
  list: 'jobs.list',
  day: 'jobs.day',
  week: 'jobs.week',
  board: 'jobs.board',
} as const satisfies Readonly<Record<JobsView, ShortcutId>>;

export interface ViewSwitchProps {
  readonly view: JobsView;
  readonly onView: (view: JobsView) => void;
}

/** How the jobs are shown: as a list, in a day or a week, or by status. */
export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  useShortcut('jobs.list', () => onView('list'));
  useShortcut('jobs.day', () => onView('day'));
  useShortcut('jobs.week', () => onView('week'));
  useShortcut('jobs.board', () => onView('board'));
  return (
    <fieldset className={styles.views}>
      <legend className="only-heard">{say.view}</legend>
      {JobsView.options.map((one) => {
        const Icon = icons[one];
        return (
          <Tooltip key={one} label={say.views[one]} keys={keysOf(shortcuts[one])}>
            <button
              type="button"
              aria-pressed={view === one}
              className={classes(styles.view, view === one && styles.here)}
              onClick={() => onView(one)}
            >
              <Icon size={15} strokeWidth={1.75} aria-hidden />
              {say.views[one]}
            </button>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
