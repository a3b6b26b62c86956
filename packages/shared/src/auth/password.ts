import { z } from 'zod';

export const fewestPasswordCharacters = 8;
export const mostPasswordCharacters = 256;

/** A password as somebody types it to sign in: any characters, none of them cut off. */
export const TypedPassword = z.string().min(1).max(mostPasswordCharacters);

/** A password to be kept from now on. What is too easy to guess is refused by the server, which knows the lists. */
export const NewPassword = z
  .string()
  .min(
    fewestPasswordCharacters,
    `use at least ${fewestPasswordCharacters} characters; a few words are easy to remember`,
  )
  .max(mostPasswordCharacters, `use at most ${mostPasswordCharacters} characters`)
  .refine((it) => it.isWellFormed(), 'there is a character in it that cannot be kept');

const product = 'ringdesk';
const fewestOwnCharacters = 5;
const fewestDifferentCharacters = 4;

/**
 * Whether a password is little more than words that everybody knows of its owner, such as name and address, or than the
 * name of this product, or hardly different characters. What is left without those words has to be some letters long.
 */
export function isGuessable(password: string, owner: readonly string[]): boolean {
  const plain = lettersIn(password);
  if (new Set(password.toLowerCase()).size < fewestDifferentCharacters) return true;
  const known = [product, ...owner.flatMap((words) => words.split(/[^\p{L}\p{N}]+/u).map(lettersIn))];
  const words = known.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  return left !== plain && (left.length < fewestOwnCharacters || /^\p{N}*$/u.test(left));
}

function lettersIn(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Six digits, as an authenticator or a mail shows them; blanks in between are forgiven. */
export const Code = z
  .string()
  .max(16)
  .transform((it) => it.replaceAll(' ', ''))
  .pipe(z.string().regex(/^[0-9]{6}$/, 'expected the six digits of the code'));

/** One of the ten recovery codes; case, blanks and dashes are forgiven. */
export const RecoveryCode = z
  .string()
  .max(40)
  .transform((it) => it.replaceAll(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-z]{10}$/, 'expected a recovery code such as 4k7dm-x2p9q'));
