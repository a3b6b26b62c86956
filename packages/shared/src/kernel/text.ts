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

/**
 * What nobody sees, or what changes what is seen around it: line breaks, other controls, marks that turn the direction of
 * writing (Unicode TR36), and what Unicode says may be passed over. Joiners and variants of signs are let through: some
 * scripts need them.
 */
const unseen = /(?!\u200C|\u200D|\p{VS})\p{DI}|[\p{Cc}\p{Zl}\p{Zp}\u2800]/u;
const seen = /[^\s\p{DI}]/u;

/** One line of at most `most` characters with something to be seen, without blanks around it and nothing unseen in it: a name. */
export function oneLine(most: number) {
  return text(most)
    .trim()
    .min(1)
    .refine(
      (it) => seen.test(it) && !unseen.test(it),
      'there is a character in it that cannot be seen, such as a line break',
    );
}

/** A whole number that counts something, from 0 to the most that PostgreSQL's `integer` holds. */
export const Count = z.number().int().min(0).max(2_147_483_647);
