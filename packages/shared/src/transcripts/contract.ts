import { z } from 'zod';
import { CallId } from '../kernel/ids.ts';
import { deskEvent, operation } from '../kernel/operation.ts';
import { Count } from '../kernel/text.ts';
import { Frame, Segment } from './frame.ts';

export const transcriptOperations = {
  'transcript.watch': operation({
    about: 'Answers the frames after `afterSeq`, then tells the live ones, without hole or repeat.',
    input: z.strictObject({ callId: CallId, afterSeq: Count }),
    output: z.object({ frames: z.array(Frame), nextSeq: z.number().int() }),
    socket: true,
  }),
  'transcript.unwatch': operation({
    about: 'Stops telling the frames of a call.',
    input: z.strictObject({ callId: CallId }),
    output: z.object({}),
    socket: true,
  }),
  'transcript.read': operation({
    about: 'The whole transcript so far: by turns, and by the frames that desks were told.',
    input: z.strictObject({ id: CallId }),
    output: z.object({
      callId: CallId,
      lastSeq: z.number().int(),
      segments: z.array(Segment),
      frames: z.array(Frame),
    }),
    refuses: ['CALL_UNKNOWN'],
    http: { method: 'GET', path: '/calls/:id/transcript' },
  }),
} as const;

export const transcriptEvents = {
  'transcript.heard': deskEvent({
    about: 'New frames of a watched call, gathered for a few milliseconds.',
    to: 'watchers of the call',
    payload: z.object({ callId: CallId, frames: z.array(Frame) }),
  }),
} as const;
