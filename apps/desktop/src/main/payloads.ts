import { z } from 'zod';
import type { channels } from '../ipc.ts';

/** What a page may send over each channel: nothing, or one value of this shape. */
export const payloads = {
  serverUrl: z.undefined(),
  notify: z.strictObject({ title: z.string().trim().min(1).max(120), body: z.string().max(500) }),
  seekAttention: z.boolean(),
  setBadge: z.int().min(0).max(9999),
} as const satisfies Record<keyof typeof channels, z.ZodType>;
