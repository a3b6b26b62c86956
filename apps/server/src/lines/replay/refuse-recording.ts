import { type FieldError, type Result, refused } from '@ringdesk/shared';
import type { z } from 'zod';

/** A recording that cannot be played: each error names the line or field, and what would be right. */
export function refuseRecording(name: string, errors: readonly FieldError[]): Result<never> {
  const told = errors.slice(0, 10);
  const first = told[0];
  const where = first === undefined ? '' : `${first.path}: ${first.message}`;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return refused('INPUT_INVALID', `The recording ${name} cannot be played. ${where}${more}`, {
    errors: told,
  });
}

/** The same for a shape that was checked by a schema. */
export function refuseShape(name: string, error: z.ZodError, remedy: string): Result<never> {
  return refuseRecording(
    name,
    error.issues.map((issue) => ({
      path: issue.path.map(String).join('.') || 'recording',
      message: `${issue.message}; ${remedy}`,
    })),
  );
}
