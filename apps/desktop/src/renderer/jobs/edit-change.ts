import { AddressId, type Job, type Question } from '@ringdesk/shared';
import { emptyJob, type JobDraft } from './job-draft.ts';

/** What of a job is to be otherwise. */
export type JobChange = Omit<Question<'job.change'>, 'id' | 'version'>;

/** A job as it is typed over. Its lines and its status are changed elsewhere. */
export function editOf(job: Job): JobDraft {
  return {
    ...emptyJob,
    addressId: job.addressId,
    title: job.title,
    description: job.description,
    start: job.schedule?.start ?? null,
    end: job.schedule?.end ?? null,
    arrivalWindowMinutes: job.schedule?.arrivalWindowMinutes ?? 0,
    assigneeIds: job.assignees.map(({ id }) => id),
    tags: [...job.tags],
  };
}

/** What was typed differently, and nothing else: what somebody else changed beside it stays. */
export function changeOf(job: Job, draft: JobDraft): JobChange {
  const was = editOf(job);
  const tags = draft.tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  const addressId = AddressId.safeParse(draft.addressId);
  const isMoved =
    draft.start !== was.start ||
    draft.end !== was.end ||
    (draft.start !== null && draft.arrivalWindowMinutes !== was.arrivalWindowMinutes);
  return {
    ...(addressId.success && addressId.data !== job.addressId ? { addressId: addressId.data } : {}),
    ...(draft.title.trim() === job.title ? {} : { title: draft.title }),
    ...(draft.description === job.description ? {} : { description: draft.description }),
    ...(isMoved ? { schedule: scheduleOf(draft) } : {}),
    ...(isSame(draft.assigneeIds, was.assigneeIds) ? {} : { assigneeIds: [...draft.assigneeIds] }),
    ...(isSame(tags, was.tags) ? {} : { tags }),
  };
}

function scheduleOf({ start, end, arrivalWindowMinutes }: JobDraft): JobChange['schedule'] {
  return start === null || end === null ? null : { start, end, arrivalWindowMinutes };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** The fields that both changed, mine and theirs; nothing of these is decided without a person. */
export function clashesOf(change: JobChange, before: Job, theirs: Job): readonly (keyof JobChange)[] {
  const [was, now] = [asChange(before), asChange(theirs)];
  const asked: Readonly<Partial<Record<keyof JobChange, unknown>>> = change;
  return changeable.filter(
    (field) =>
      field in change && !isAlike(was[field], now[field]) && !isAlike(asked[field] ?? null, now[field]),
  );
}

const changeable = [
  'addressId',
  'title',
  'description',
  'schedule',
  'status',
  'lineItems',
  'assigneeIds',
  'tags',
  'leadSource',
] as const satisfies readonly (keyof JobChange)[];

/** A job as the change that would make it so. */
export function asChange(job: Job): JobChange & Readonly<Record<(typeof changeable)[number], unknown>> {
  const { addressId, title, description, schedule, status, lineItems, assignees, tags, leadSource } = job;
  return {
    addressId,
    title,
    description,
    schedule,
    status,
    lineItems,
    assigneeIds: assignees.map(({ id }) => id),
    tags,
    leadSource,
  };
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
