import type { Digits } from './phone-runs.ts';
import type { Belief } from './recognised.ts';

/** What parts a number in E.164 from the digits that are dialed once it is answered (RFC 3966). */
const mark = ';ext=';
const mostDigits = 8;

/** A number as it is believed, in its two parts. */
export function parted(value: string): { readonly number: string; readonly extension: string | null } {
  const [number = value, extension = null] = value.split(mark);
  return { number, extension };
}

/** The number that is believed, with these digits behind it; the same where they are too many for an extension. */
export function withExtension(belief: Belief<'phone'>, { digits, at }: Digits): Belief<'phone'> {
  const { number, extension } = parted(belief.value);
  if (digits.length > mostDigits || digits === extension) return belief;
  const text = extension === null ? belief.text : belief.text.slice(0, -` ext. ${extension}`.length);
  return {
    ...belief,
    value: `${number}${mark}${digits}`,
    text: `${text} ext. ${digits}`,
    at: [...belief.at, ...at].slice(-4),
  };
}

/** Whether somebody speaks of an extension. */
export const isAboutExtension = /\bext(?:ension)?\b/;
