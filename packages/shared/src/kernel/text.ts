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

const unseenAll = new RegExp(unseen, 'gu');

/**
 * Words as they stand in one line: blanks and line breaks become one blank, what nobody sees goes; empty when nothing is
 * left. For what is pasted and imported, where a mark that came along is nobody's fault.
 */
function inOneLine(it: string): string {
  const line = it
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(unseenAll, '')
    .trim();
  return seen.test(line) ? line : '';
}

/** Some words that are brought into one line; `expected` says what is missing when there are none. */
export function line(most: number, expected: string) {
  return text(most)
    .transform(inOneLine)
    .refine((it) => it !== '', expected);
}

/** Words that are brought into one line, or null where there are none. */
export function lineOrNone(most: number) {
  return text(most)
    .transform((it) => inOneLine(it) || null)
    .nullable();
}

/** A whole number that counts something, from 0 to the most that PostgreSQL's `integer` holds. */
export const Count = z.number().int().min(0).max(2_147_483_647);
