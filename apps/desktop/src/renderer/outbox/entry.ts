import { CallId, errorMeanings, type HttpOperationName, type Refusal } from '@ringdesk/shared';
import { z } from 'zod';
import { sayIssue } from '../http/say-issue.ts';

/** Writes of records that must not be lost. */
const writes = [
  'customer.create',
  'customer.change',
  'customer.delete',
  'customer.restore',
  'address.create',
  'address.change',
  'address.delete',
  'job.create',
  'job.change',
  'job.note',
] as const satisfies readonly HttpOperationName[];
export type Write = (typeof writes)[number];

/** A write on its way. `id` is its Idempotency-Key, so that sending it again never does it twice. */
export const Entry = z.object({
  id: z.string().min(1),
  name: z.enum(writes),
  input: z.record(z.string(), z.unknown()),
  /** What it is, in words of the desk: `New customer Maria Lopez`. */
  label: z.string(),
  /** When it was made; no two of one window were made at once. */
  at: z.number(),
  /** How often it was sent; more than once means that an earlier answer may have been lost. */
  tries: z.number().int(),
  /** When it was sent first, or a person last said that it is to be sent. */
  triedAt: z.number().optional(),
  /** How often the server failed over it, without a pause. */
  faults: z.number().int().optional(),
  /** The window in which somebody waits for its answer: while that is open no other one sends it. */
  window: z.string().optional(),
  /** The call in which it was typed, where what comes of it belongs to that call. */
  callId: CallId.optional(),
  /** Why the server does not take it as it is; a person must decide. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Entry = z.infer<typeof Entry>;

/** What the desk calls a write meanwhile, and the call it belongs to. */
export type Label = string | { readonly label: string; readonly callId: CallId };

const passing: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'UNEXPECTED',
  'RATE_LIMITED',
  'SESSION_LOCKED',
  'UNAUTHENTICATED',
  'CONTRACT_OUTDATED',
]);

/** Whether a refusal may be another answer in a moment, to the very same question. */
export function isPassing({ code }: Pick<Refusal, 'code'>): boolean {
  return passing.has(code);
}

/** Why a write is not taken, for whoever typed it: the first thing that is wrong, else what happened. */
export function sayWhy({ code, details }: Refusal): string {
  const [first] = details?.errors ?? [];
  return code === 'INPUT_INVALID' && first !== undefined
    ? `${sayIssue(first.message)}.`
    : errorMeanings[code].sentence;
}

const hourMs = 3_600_000;
/** The server knows a key for 24 hours; an hour before that nobody relies on it any more. */
const knownMs = 23 * hourMs;

/**
 * Whether an entry may have been done long ago, so that sending it could do it twice: only a person can tell. A change names
 * the version it is made over, and is never done twice.
 */
export function isDoubtful({ name, tries, triedAt, at, refusal }: Entry, nowMs: number): boolean {
  if (refusal !== null || tries === 0 || name.endsWith('.change')) return false;
  return Math.abs(nowMs - (triedAt ?? at)) > knownMs;
}

/** The key of an entry that is sent as another one: the same in every window that does so. */
export function nextKey(id: string): string {
  const [, stem = id, count] = /^(.+)~(\d+)$/.exec(id) ?? [];
  return `${stem}~${Number(count ?? 1) + 1}`;
}
