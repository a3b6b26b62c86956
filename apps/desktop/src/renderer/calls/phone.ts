import type { Call } from '@ringdesk/shared';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';

/** How a caller is called on this desk: by name, else by number. Safe to show beside our own words. */
export function callerOf(call: Pick<Call, 'callerName' | 'from'>): string {
  return plainText(call.callerName ?? sayPhone(call.from));
}
