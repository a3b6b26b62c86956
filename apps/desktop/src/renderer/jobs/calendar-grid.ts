import type { Job } from '@ringdesk/shared';
import type { RefObject } from 'react';
import type { CalendarDay } from './calendar-days.ts';

/** A job that is being moved, and where it would go. */
export interface Carried {
  readonly job: Job;
  readonly startMs: number;
}

export interface CalendarGridProps {
  readonly view: 'day' | 'week';
  readonly days: readonly CalendarDay[];
  readonly jobs: readonly Job[];
  readonly nowMs: number;
  readonly isLoading: boolean;
  readonly gridRef: RefObject<HTMLElement | null>;
  readonly onDay: (date: string, toDayView: boolean) => void;
  /** Resolves once the job is where it stays. */
  readonly onMove: (job: Job, startMs: number) => Promise<void>;
  readonly onNew: (startMs: number) => void;
}
