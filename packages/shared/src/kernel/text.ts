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

/** Line breaks, other controls, and marks that turn the direction of what stands around them (Unicode TR36). */
const unseen = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** One line of at least one and at most `most` characters, without blanks around it and nothing unseen in it: a name. */
export function oneLine(most: number) {
  return text(most)
    .trim()
    .min(1)
    .refine((it) => !unseen.test(it), 'there is a character in it that cannot be seen, such as a line break');
}

/** A whole number that counts something, from 0 to the most that PostgreSQL's `integer` holds. */
export const Count = z.number().int().min(0).max(2_147_483_647);
