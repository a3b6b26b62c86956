import { z } from 'zod';
import { User } from './auth/contract.ts';
import { Call } from './calls/call.ts';
import { RingingOffer } from './calls/offer.ts';
import { deskEvent, operation, type Policy } from './kernel/operation.ts';
import { Rep } from './reps/contract.ts';

/** Everything a desk shows, as of `rev`: events up to that number are in it. */
export const DeskSnapshot = z.object({
  rev: z.number().int(),
  now: z.iso.datetime(),
  me: User,
  presence: Rep,
  calls: z.array(Call),
  endedToday: z.number().int(),
  offer: z.object({ call: Call, offer: RingingOffer }).nullable(),
  current: Call.nullable(),
});
export type DeskSnapshot = z.infer<typeof DeskSnapshot>;

export const deskPolicy = { 'desk.open': 'reps' } as const satisfies Policy;

export const deskOperations = {
  'desk.open': operation({
    about: 'Everything the desk shows, in one snapshot; asked at the start and after every gap.',
    input: z.strictObject({}),
    output: DeskSnapshot,
    socket: true,
  }),
} as const;

export const deskEvents = {
  'session.ending': deskEvent({
    about: 'The server is about to close this socket, and why.',
    to: 'one desk',
    payload: z.object({
      why: z.enum(['signed-out', 'expired', 'role-changed', 'disabled', 'locked', 'reused']),
    }),
  }),
  'server.draining': deskEvent({
    about: 'This node is about to restart; connect again after the given time.',
    to: 'one desk',
    payload: z.object({ reconnectInMs: z.number().int() }),
  }),
} as const;
