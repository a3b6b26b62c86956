import { z } from 'zod';
import { UserId } from '../kernel/ids.ts';
import { deskEvent, operation } from '../kernel/operation.ts';
import { Moment } from '../kernel/page.ts';
import { Role } from '../kernel/rights.ts';
import { text } from '../kernel/text.ts';
import { Presence, Work } from './presence.ts';

const AwayReason = text(60).trim().min(1);

/** A rep as desks see one; `since` is when the presence last changed, `workSince` when the work did. */
export const Rep = z.object({
  id: UserId,
  name: z.string(),
  role: Role,
  presence: Presence,
  reason: z.string().nullable(),
  work: Work,
  nextPresence: z.enum(['available', 'away']).nullable(),
  nextReason: z.string().nullable(),
  missesInARow: z.number().int(),
  isConnected: z.boolean(),
  since: Moment,
  workSince: Moment,
});
export type Rep = z.infer<typeof Rep>;

export const repOperations = {
  'presence.set': operation({
    about: 'Says available or away. During a call it applies when the call is over, and can be taken back.',
    input: z.strictObject({ presence: z.enum(['available', 'away']), reason: AwayReason.optional() }),
    output: Rep,
    socket: true,
  }),
} as const;

export const repEvents = {
  'presence.changed': deskEvent({
    about: 'The presence or work of a rep changed.',
    to: 'supervisors and the rep',
    payload: z.object({ rep: Rep }),
  }),
} as const;
