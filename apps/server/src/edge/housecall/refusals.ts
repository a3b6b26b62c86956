import { errorMeanings, JobConflict, type Refusal } from '@ringdesk/shared';
import { z } from 'zod';
import type { Route } from './route.ts';

interface Told {
  readonly status: number;
  readonly body: object;
}

const Conflicts = z.array(JobConflict).catch([]);

/**
 * A refusal in their shapes: `{ error: { message } }`, beside it `message` where nobody is let in, and `{ message, <field> }`
 * for what is wrong in a body where their description says so. `code` is ours, for programs.
 */
export function refusalOut(refusal: Refusal, shape?: Route['refusal']): Told {
  const { code, details } = refusal;
  const { status } = errorMeanings[code];
  const errors = details?.errors ?? [];
  const message =
    errors.length === 0
      ? refusal.message
      : errors.map(({ path, message: why }) => (path === '' ? why : `${path}: ${why}`)).join('; ');
  if (code === 'INPUT_INVALID' && shape === 'by field')
    return {
      status,
      body: {
        message,
        ...Object.fromEntries(errors.filter(({ path }) => path !== '').map((one) => [one.path, one.message])),
      },
    };
  const error =
    code === 'JOB_OVERLAPS' ? { message, code, conflicts: conflictsIn(details) } : { message, code };
  return { status, body: status === 401 ? { message, error } : { error } };
}

function conflictsIn(details: Refusal['details']): object[] {
  return Conflicts.parse(details?.['conflicts']).map(({ jobId, start, end, title }) => ({
    job_id: jobId,
    scheduled_start: start,
    scheduled_end: end,
    description: title,
  }));
}
