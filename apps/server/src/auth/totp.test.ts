import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { newTotpSecret, showSecret, stepOfCode } from './totp.ts';

const nowSeconds = 1_900_000_017;
const present = Math.floor(nowSeconds / 30);

test('codes of this time step and the one before count, and no other of twenty-one', () => {
  const secret = newTotpSecret();
  const accepted = Array.from({ length: 21 }, (_, i) => i - 10).filter((away) => {
    const code = generateSync({ secret, epoch: (present + away) * 30 });
    return stepOfCode(secret, code, nowSeconds) === present + away;
  });
  expect(accepted).toEqual([-1, 0]);
});

test('codes are those of RFC 6238, appendix B', () => {
  // Base 32 of "12345678901234567890"; the table's eight digits cut to the last six.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ] as const)
    expect(stepOfCode(secret, code, seconds)).toBe(Math.floor(seconds / 30));
});

test('a secret has 160 bits, is never the same, and is shown as text, address and picture', async () => {
  const secrets = Array.from({ length: 100 }, newTotpSecret);
  expect(new Set(secrets).size).toBe(100);
  expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
  const [secret = ''] = secrets;
  const { otpauthUrl, qrSvg } = await showSecret(secret, 'dana+desk@example.com');
  const url = new URL(otpauthUrl);
  expect(decodeURIComponent(url.pathname)).toBe('/Ringdesk:dana+desk@example.com');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ secret, issuer: 'Ringdesk' });
  expect(qrSvg).toMatch(/^<svg .*<\/svg>\s*$/s);
});
