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
