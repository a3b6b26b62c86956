import { randomBytes, randomInt } from 'node:crypto';
import type { UserId } from '@ringdesk/shared';
import type { Sealing } from '../app.ts';

const digits = 6;

/** Six digits to be mailed, each combination equally likely, leading zeros kept. */
export function newMailedCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}

/** What is kept of a code: a keyed digest that is bound to its purpose and its flow, so that it fits nowhere else. */
export const macOf = {
  signUp: (sealing: Sealing, flow: string, code: string) => sealing.mac(code, `sign-up ${flow}`),
  reset: (sealing: Sealing, userId: UserId, code: string) => sealing.mac(code, `password-reset ${userId}`),
} as const;

/** A digest that no code has: for a flow that shall look like any other and lead nowhere. */
export function macOfNothing(sealing: Sealing, flow: string): string {
  return sealing.mac(randomBytes(32).toString('hex'), `nothing ${flow}`);
}

/** The name of a new flow; nobody can guess it, since whoever knows it may try its code. */
export function newFlow(): string {
  return randomBytes(20).toString('hex');
}
