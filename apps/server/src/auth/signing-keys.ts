import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';

/** How long one key signs. Periods are counted from the epoch, so that every node knows which one it is without asking. */
export const periodSeconds = 30 * 24 * 60 * 60;

/** A public key as it is published (RFC 8037), with its name and use (RFC 7517). */
export interface PublishedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  readonly kid: string;
}

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly published: PublishedKey;
}

export interface SigningKeys {
  /** The key of this period, which signs. */
  current(nowMs: number): SigningKey;
  /**
   * The keys that are believed now: of this period, of the one before for tokens that outlive the turn, and of the next for
   * nodes whose clock is ahead.
   */
  believed(nowMs: number): readonly SigningKey[];
}

/** Ed25519 keys that are derived from the installation's secret, one for each period: they turn by themselves, with nothing to store. */
export function createSigningKeys(secret: string): SigningKeys {
  let made = new Map<number, SigningKey>();
  const keyOf = (period: number) => {
    const key = made.get(period) ?? deriveKey(secret, period);
    made.set(period, key);
    return key;
  };
  return {
    current: (nowMs) => keyOf(periodAt(nowMs)),
    believed(nowMs) {
      const period = periodAt(nowMs);
      const near = [period - 1, period, period + 1].map((one) => [one, keyOf(one)] as const);
      // What is over is forgotten.
      made = new Map(near);
      return near.map(([, key]) => key);
    },
  };
}

function periodAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / periodSeconds);
}

/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410, section 7). */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function deriveKey(secret: string, period: number): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'ringdesk', `access-token-signing/${period}`, 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Ed25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    privateKey,
    publicKey,
    published: { kty: 'OKP', crv: 'Ed25519', x, alg: 'EdDSA', use: 'sig', kid: thumbprint(x) },
  };
}

/** The name of a key is its own digest (RFC 7638, section 3.2): its required members in the order of the alphabet. */
function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}
