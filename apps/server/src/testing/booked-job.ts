import type { AddressId, CustomerId, Input, Job, Result, UserId } from '@ringdesk/shared';
import { createJob } from '../jobs/create-job.ts';
import type { Floor } from './floor.ts';

/** Whose job it is, where, and who books it. */
export interface Served {
  readonly customerId: CustomerId;
  readonly addressId: AddressId;
  readonly byId?: UserId;
}

type More = Partial<Input<'job.create'>>;

/** A moment of 24 November 2026, or of another day of that month. */
export const at = (hour: string, day = '24') => `2026-11-${day}T${hour}:00.000Z`;
export const from = (start: string, end: string) => ({
  start: at(start),
  end: at(end),
  arrivalWindowMinutes: 0,
});

/** Asks for a job, as somebody at a desk would. */
export function ask(
  { app }: Pick<Floor, 'app'>,
  { byId, ...served }: Served,
  more: More = {},
): Promise<Result<Job>> {
  return createJob(app, { ...served, title: 'Water heater leaks', ...more }, byId ?? null);
}

/** A job that was booked. */
export async function bookedJob(floor: Pick<Floor, 'app'>, served: Served, more: More = {}): Promise<Job> {
  const answer = await ask(floor, served, more);
  if (!answer.ok) throw new Error(`the job was refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
