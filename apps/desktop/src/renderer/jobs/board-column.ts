import type { Job, JobId, JobStatus } from '@ringdesk/shared';
import type { PointerEvent } from 'react';
import type { JobFilters } from './job-filters.ts';

/** The cards of a column in order, and the way to bring one into sight. */
export interface ColumnRows {
  readonly ids: readonly JobId[];
  readonly show: (index: number) => void;
}

export interface BoardColumnProps {
  readonly status: JobStatus;
  readonly filters: JobFilters;
  readonly draggedId: JobId | null;
  /** What is carried is over this column. */
  readonly isTarget: boolean;
  /** Why what is carried may not be put here. */
  readonly barred: string | null;
  readonly menuId: JobId | null;
  readonly onMenu: (id: JobId | null) => void;
  readonly onMove: (job: Job, to: JobStatus) => void;
  readonly onGrab: (job: Job, event: PointerEvent) => void;
  readonly onRows: (status: JobStatus, rows: ColumnRows) => void;
}
