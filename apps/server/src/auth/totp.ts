import { timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';
import { toString as drawQr } from 'qrcode';

const issuer = 'Ringdesk';
/** 160 bits, as RFC 4226 (section 4, R6) recommends. */
const secretBytes = 20;
/** The default of RFC 6238, which every authenticator speaks: SHA-1, six digits, a new code each step. */
const stepSeconds = 30;

/** A new secret in base 32. */
export function newTotpSecret(): string {
  return generateSecret({ length: secretBytes });
}

/** The secret as an address that authenticators read, and that address as a QR code. */
export async function showSecret(
  secret: string,
  email: string,
): Promise<{ secret: string; otpauthUrl: string; qrSvg: string }> {
  const otpauthUrl = generateURI({ issuer, label: email, secret });
  return { secret, otpauthUrl, qrSvg: await drawQr(otpauthUrl, { type: 'svg', margin: 2 }) };
}

/**
 * The time step whose code this is, or null: the present one, or the one before for a code that took its time on the way
 * (RFC 6238, section 5.2). `code` is six digits.
 */
export function stepOfCode(secret: string, code: string, nowSeconds: number): number | null {
  const present = Math.floor(nowSeconds / stepSeconds);
  const isRight = (step: number) => isEqual(generateSync({ secret, epoch: step * stepSeconds }), code);
  return [present, present - 1].find(isRight) ?? null;
}

function isEqual(expected: string, shown: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(shown)];
  return a.length === b.length && timingSafeEqual(a, b);
}
