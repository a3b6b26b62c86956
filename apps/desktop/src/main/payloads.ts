import { operations } from '@ringdesk/shared';
import { z } from 'zod';
import type { channels } from '../ipc.ts';

const StepToken = z.string().min(1).max(4096);

/** The operations that begin a session, each with the input of the contract and with the step token it needs. */
const SessionWish = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('auth.verify-sign-in'),
    bearer: StepToken,
    input: operations['auth.verify-sign-in'].input,
  }),
  z.strictObject({
    operation: z.literal('totp.confirm'),
    bearer: StepToken,
    input: operations['totp.confirm'].input,
  }),
  z.strictObject({
    operation: z.literal('auth.demo'),
    bearer: z.null(),
    input: operations['auth.demo'].input,
  }),
]);

/** What a page may send over each channel: nothing, or one value of this shape. */
export const payloads = {
  serverUrl: z.undefined(),
  notify: z.strictObject({ title: z.string().trim().min(1).max(120), body: z.string().max(500) }),
  seekAttention: z.boolean(),
  setBadge: z.int().min(0).max(9999),
  beginSession: SessionWish,
  renewSession: z.undefined(),
  endSession: z.undefined(),
  keepsSession: z.undefined(),
} as const satisfies Record<keyof typeof channels, z.ZodType>;
