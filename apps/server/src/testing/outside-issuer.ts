import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A little server on loopback that counts who comes. */
export interface Listener {
  readonly url: string;
  /** The paths that were asked, in order. */
  readonly hits: string[];
  /** Answers from now on. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

export async function listen(port = 0): Promise<Listener> {
  const server = createServer((request, response) => {
    listener.hits.push(request.url ?? '');
    listener.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const listener: Listener = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: [],
    answer: (_request, response) => void response.writeHead(404).end(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return listener;
}

type Part = Record<string, unknown>;

/** A key of the issuer: its name, and how it signs. */
export interface IssuerKey {
  readonly kid: string;
  readonly alg: 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function issuerKey(kid: string, alg: IssuerKey['alg'] = 'RS256'): IssuerKey {
  if (alg === 'ES256') return { kid, alg, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
  if (alg === 'EdDSA') return { kid, alg, ...generateKeyPairSync('ed25519') };
  return { kid, alg, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** The set as an issuer publishes it. */
export function keySet(keys: readonly IssuerKey[]): string {
  const published = keys.map(({ kid, alg, publicKey }) => ({
    ...publicKey.export({ format: 'jwk' }),
    kid,
    alg,
    use: 'sig',
  }));
  return JSON.stringify({ keys: published });
}

/** A token as the issuer signs it. */
export function signedBy(key: IssuerKey, claims: Part, header: Part = {}): string {
  const parts = [{ alg: key.alg, typ: 'JWT', kid: key.kid, ...header }, claims];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const { alg, privateKey } = key;
  const data = Buffer.from(text);
  if (alg === 'EdDSA') return `${text}.${sign(null, data, privateKey).toString('base64url')}`;
  const way = {
    RS256: { key: privateKey },
    // RSASSA-PSS with a salt as long as the digest (RFC 7518, section 3.5).
    PS256: { key: privateKey, padding: 6, saltLength: 32 },
    ES256: { key: privateKey, dsaEncoding: 'ieee-p1363' },
  } as const;
  return `${text}.${sign('sha256', data, way[alg]).toString('base64url')}`;
}
