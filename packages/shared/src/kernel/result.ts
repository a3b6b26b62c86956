import { z } from 'zod';
import { ErrorCode, errorMeanings } from './errors.ts';

/** One field that is not as expected: `path` such as `schedule.start`, `message` says what would be right. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

export const Refusal = z.object({
  code: ErrorCode,
  message: z.string(),
  details: z.looseObject({ errors: z.array(FieldError).optional() }).optional(),
});
export type Refusal = z.infer<typeof Refusal>;

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

export function done<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** An expected refusal. The message is the code's own sentence unless a better one is given. */
export function refused(code: ErrorCode, message?: string, details?: Refusal['details']): Result<never> {
  const error: Refusal = { code, message: message ?? errorMeanings[code].sentence };
  return { ok: false, error: details === undefined ? error : { ...error, details } };
}
