import { z } from 'zod';

/** Words of at most `most` characters that can be stored as they are: no NUL, no half of a surrogate pair. */
export function text(most: number) {
  return z
    .string()
    .max(most)
    .refine(
      (it) => !it.includes('\0') && it.isWellFormed(),
      'there is a character in it that cannot be stored',
    );
}

/** A whole number that counts something, from 0 to the most that PostgreSQL's `integer` holds. */
export const Count = z.number().int().min(0).max(2_147_483_647);
