import { type Customer, type FieldError, type Job, JobConflict, type Question } from '@ringdesk/shared';
import { z } from 'zod';
import { records } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { formMessages } from './form.messages.ts';

export type Conflict = z.infer<typeof JobConflict>;

/** How booking came out. `overlaps`: somebody was faster; `kept`: the server is away, it is booked later. */
export type Booked =
  | { readonly kind: 'booked'; readonly job: Job }
  | { readonly kind: 'kept' }
  | { readonly kind: 'overlaps'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] };

/** Books a job; PostgreSQL itself refuses a time that the customer has taken. */
export async function bookJob(
  question: Question<'job.create'>,
  customer: Pick<Customer, 'id' | 'name'>,
): Promise<Booked> {
  const answer = await submit(
    'job.create',
    question,
    formMessages.label(question.title.trim(), customer.name),
  );
  for (const name of ['jobs.taken', 'jobs.free', 'jobs.list', 'customer.timeline'])
    void records.invalidateQueries({ queryKey: [name] });
  if (answer.ok) return { kind: 'booked', job: answer.value };
  if (isKept(answer)) return { kind: 'kept' };
  const conflicts = z.array(JobConflict).safeParse(answer.error.details?.['conflicts']);
  if (answer.error.code === 'JOB_OVERLAPS' && conflicts.success)
    return { kind: 'overlaps', conflicts: conflicts.data };
  const errors = answer.error.details?.errors ?? [];
  const sentence = { path: 'form', message: sayRefusal(answer.error) };
  return { kind: 'refused', errors: errors.length === 0 ? [sentence] : errors };
}
