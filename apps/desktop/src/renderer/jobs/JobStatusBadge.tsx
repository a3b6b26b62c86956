import type { JobStatus } from '@ringdesk/shared';
import { Ban, CalendarCheck2, CircleCheck, CircleDashed, CirclePlay, type LucideIcon } from 'lucide-react';
import { classes } from '../ui/classes.ts';
import styles from './JobStatusBadge.module.css';
import { pageMessages } from './page.messages.ts';

export const statusIcons: Readonly<Record<JobStatus, LucideIcon>> = {
  unscheduled: CircleDashed,
  scheduled: CalendarCheck2,
  in_progress: CirclePlay,
  completed: CircleCheck,
  canceled: Ban,
};

/** How a job stands: icon, word and colour say the same. */
export function JobStatusBadge({ status }: { readonly status: JobStatus }) {
  const Icon = statusIcons[status];
  return (
    <span className={classes(styles.status, styles[status])}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {pageMessages.statuses[status]}
    </span>
  );
}
