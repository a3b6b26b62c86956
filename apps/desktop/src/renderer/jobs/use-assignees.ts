import type { Output } from '@ringdesk/shared';
import { useRecord } from '../http/records.ts';

const none: Output<'jobs.assignees'>['items'] = [];

/** Who may be given a job, by name. */
export function useAssignees(): Output<'jobs.assignees'>['items'] {
  return useRecord('jobs.assignees', {}).data?.items ?? none;
}
