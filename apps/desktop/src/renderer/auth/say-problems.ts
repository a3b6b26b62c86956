import {
  Email,
  type ErrorCode,
  fewestPasswordCharacters,
  mostPasswordCharacters,
  PersonName,
  type Refusal,
} from '@ringdesk/shared';
import { doorMessages } from './door.messages.ts';

const say = doorMessages.problems;

/** What is wrong, by field; what belongs to no field stands under `form`. */
export type Problems = Readonly<Partial<Record<Field, string>>>;
export type Field = 'form' | 'email' | 'password' | 'name' | 'code' | 'recoveryCode';

/** What a step makes of the codes that mean something of its own there. */
export type Meanings = Readonly<Partial<Record<ErrorCode, Problems>>>;

/** Says a refusal beside the field it is about, and what to do now. */
export function sayRefusal(refusal: Refusal, fields: readonly Field[], meanings: Meanings = {}): Problems {
  const own = meanings[refusal.code];
  if (own !== undefined) return own;
  if (refusal.code === 'UNAVAILABLE') return { form: say.unavailable };
  const errors = refusal.details?.errors ?? [];
  const known = errors.flatMap(({ path, message }) => {
    const field = fields.find((one) => one === path);
    return field === undefined ? [] : [[field, asSentence(message)] as const];
  });
  return known.length > 0 ? Object.fromEntries(known) : { form: refusal.message };
}

/** The server's schemas speak in fragments: `use at least 8 characters`. */
function asSentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** What can be seen to be wrong before the server is asked; undefined when nothing is. */
export const checks = {
  email: (typed: string) => (Email.safeParse(typed).success ? undefined : say.email),
  name: (typed: string) => (PersonName.safeParse(typed).success ? undefined : say.nameMissing),
  password: (typed: string) => (typed === '' ? say.passwordMissing : undefined),
  newPassword: (typed: string) => {
    if (typed.length < fewestPasswordCharacters) return say.passwordShort(fewestPasswordCharacters);
    return typed.length > mostPasswordCharacters ? say.passwordLong(mostPasswordCharacters) : undefined;
  },
  code: (typed: string) => (typed.length === 6 ? undefined : say.codeMissing),
} as const;

/** The checks that found something, as problems. */
export function found(problems: Readonly<Partial<Record<Field, string | undefined>>>): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}
