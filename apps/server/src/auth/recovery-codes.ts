import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const slots = 10;
const chanceDigits = 9;

/** Ten new recovery codes: the slot, then 45 bits of chance in base 32. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: slots }, (_, slot) => `${slot}${chance()}`);
}

/** The slot that a code speaks of; null for what is no recovery code of ours. */
export function slotOf(code: string): number | null {
  return /^[0-9]/.test(code) ? Number(code[0]) : null;
}

/** As people write it down: `4k7dm-x2p9q`. */
export function readable(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** 256 is a multiple of 32, so that every digit is equally likely. */
function chance(): string {
  return Array.from(randomBytes(chanceDigits), (byte) => alphabet[byte % alphabet.length]).join('');
}
