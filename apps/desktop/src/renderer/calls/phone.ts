import type { Call } from '@ringdesk/shared';
import { plainText } from '../ui/plain-text.ts';

/** A number as people write it: North American ones in groups, such as `+1 415 555 0132`; others as they came. */
export function sayPhone(number: string): string {
  const found = /^\+?1?(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (found === null) return number;
  const [, area, exchange, line] = found;
  return `+1 ${area} ${exchange} ${line}`;
}

/** How a caller is called on this desk: by name, else by number. Safe to show beside our own words. */
export function callerOf(call: Pick<Call, 'callerName' | 'from'>): string {
  return plainText(call.callerName ?? sayPhone(call.from));
}
