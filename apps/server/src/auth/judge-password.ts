import { done, isGuessable, type Result, refused } from '@ringdesk/shared';
import { dictionary } from '@zxcvbn-ts/language-common';

/** The passwords that were found most often in what others lost; in lower case. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Refuses a new password that is among the first to be tried, whoever the account belongs to or by what is known of its owner. */
export function judgeNewPassword(password: string, owner: readonly string[]): Result<null> {
  if (common.has(password.toLowerCase()))
    return fieldRefused(
      'password',
      'this is one of the passwords that are tried first; a few words of your own are better',
    );
  if (isGuessable(password, owner))
    return fieldRefused(
      'password',
      'this is easy to guess from your name or address; a few words of your own are better',
    );
  return done(null);
}

/** The refusal of one field, with what would be right. */
export function fieldRefused(path: string, message: string): Result<never> {
  return refused('INPUT_INVALID', undefined, { errors: [{ path, message }] });
}
