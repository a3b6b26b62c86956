import { isIPv6 } from 'node:net';
import { type Result, refused } from '@ringdesk/shared';
import type { Brake, Try } from './brakes.store.ts';

const quarterSeconds = 15 * 60;
const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;

/** How often what may be tried. By account, whether there is one or not, and by the network that a peer asks from. */
export const brakeOn = {
  password: (email: string): Brake => ({
    key: `password:${email}`,
    most: 5,
    seconds: quarterSeconds,
    memorySeconds: quarterSeconds,
  }),
  /** Codes of the authenticator and recovery codes, wherever they are shown. */
  factor: (userId: string): Brake => ({
    key: `factor:${userId}`,
    most: 5,
    seconds: quarterSeconds,
    memorySeconds: daySeconds,
  }),
  /** Two live codes and this many wrong ones a day leave a guesser a chance of 0.004 % a day. */
  factorOfDay: (userId: string): Brake => ({ key: `factor-day:${userId}`, most: 20, seconds: daySeconds }),
  enrollment: (userId: string): Brake => ({
    key: `enrollment:${userId}`,
    most: 20,
    seconds: quarterSeconds,
  }),
  /** With the two mails of `stopsTold` no stranger makes a mailbox get more than ten a day. */
  mailsTo: (email: string): Brake => ({ key: `mails:${mailboxOf(email)}`, most: 8, seconds: daySeconds }),
  mailsToFrom: (email: string, address: string): Brake => ({
    key: `mails:${mailboxOf(email)}:${networkOf(address)}`,
    most: 5,
    seconds: daySeconds,
  }),
  /** Mails that say wrong passwords were stopped. */
  stopsTold: (email: string): Brake => ({
    key: `stops-told:${mailboxOf(email)}`,
    most: 2,
    seconds: daySeconds,
  }),
  wrongFrom: (address: string): Brake => ({
    key: `wrong-from:${networkOf(address)}`,
    most: 100,
    seconds: quarterSeconds,
  }),
  signUpsFrom: (address: string): Brake => ({
    key: `sign-ups-from:${networkOf(address)}`,
    most: 30,
    seconds: hourSeconds,
  }),
  mailsAskedFrom: (address: string): Brake => ({
    key: `mails-asked-from:${networkOf(address)}`,
    most: 30,
    seconds: hourSeconds,
  }),
} as const;

/** The refusal of a try that the brake holds. */
export function stopped({ retryAfterSeconds }: Try): Result<never> {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const when = minutes === 1 ? 'a minute' : minutes < 90 ? `${minutes} minutes` : 'a few hours';
  return refused('RATE_LIMITED', `Too many tries in a short time. Try again in ${when}.`, {
    retryAfterSeconds,
  });
}

/** Where mails to an address arrive as far as that can be told: many providers pass over a tag behind `+`, and over dots. */
function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.replace(/\+.*$/, '').replaceAll('.', '')}@${domain}`;
}

/** Who is one peer: an IPv4 address, or the first 64 bits of an IPv6 address, since one household has all that follow. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
