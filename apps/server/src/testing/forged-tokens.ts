import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createSigningKeys } from '../auth/signing-keys.ts';

/** Somebody's try to be believed: what it is, and the token. */
export type Forgery = readonly [what: string, token: string];

interface Stolen {
  /** A good token, from which the forgeries are made. */
  readonly good: string;
  /** The secret of the installation, for those who could sign with our own key. */
  readonly secret: string;
  readonly nowMs: number;
  /** An address that must never be asked. */
  readonly canary: string;
}

type Part = Record<string, unknown>;

/** A token with our own key and other claims: what no stranger can make, and must still not pass. */
export function signedByUs({ good, secret, nowMs }: Omit<Stolen, 'canary'>, head: Part, body: Part): string {
  const [header, claims] = partsOf(good);
  return signText(
    JSON.stringify({ ...header, ...head }),
    JSON.stringify({ ...claims, ...body }),
    ourKey(secret, nowMs),
  );
}

/** Every way to forge an access token of a person that we know of (RFC 8725, and what befell others). */
export function forgeries(stolen: Stolen): readonly Forgery[] {
  return [
    ...withoutOurKey(stolen),
    ...algorithms(stolen),
    ...signatures(stolen),
    ...headers(stolen),
    ...claims(stolen),
    ...forms(stolen),
  ];
}

const stranger = generateKeyPairSync('ed25519');
const strangeRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangeEc = generateKeyPairSync('ec', { namedCurve: 'P-256' });

function withoutOurKey({ good, canary }: Stolen): Forgery[] {
  const [header, body] = partsOf(good);
  const forged = (head: Part) =>
    signText(JSON.stringify({ ...header, ...head }), JSON.stringify(body), stranger.privateKey);
  const jwk = stranger.publicKey.export({ format: 'jwk' });
  return [
    ['our claims under a stranger’s key', forged({})],
    ['a stranger’s key brought along', forged({ jwk, kid: undefined })],
    ['a stranger’s key brought along under our name', forged({ jwk })],
    ['a stranger’s key at an address', forged({ jku: `${canary}/jku`, kid: 'theirs' })],
    ['a stranger’s key at an address under our name', forged({ jku: `${canary}/jku` })],
    ['a stranger’s certificate at an address', forged({ x5u: `${canary}/x5u`, kid: 'theirs' })],
    ['a key that is a file', forged({ kid: '../../../../dev/null' })],
    ['a key that is SQL', forged({ kid: "x' UNION SELECT 'key' --" })],
    ['a key that is a property of everything', forged({ kid: '__proto__' })],
    ['no key named', forged({ kid: undefined })],
    ['a number as a key', forged({ kid: 0 })],
  ];
}

function algorithms({ good, secret, nowMs }: Stolen): Forgery[] {
  const [header, body, signature] = partsOf(good);
  const publicKey = createPublicKey(ourKey(secret, nowMs));
  const raw = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url');
  const pem = String(publicKey.export({ format: 'pem', type: 'spki' }));
  const text = (head: Part) => `${encode({ ...header, ...head })}.${encode(body)}`;
  const hmac = (alg: string, key: string | Buffer, head: Part = {}) => {
    const signed = text({ alg, ...head });
    const digest = createHmac(alg.replace('HS', 'sha'), key).update(signed).digest('base64url');
    return `${signed}.${digest}`;
  };
  const rsa = text({ alg: 'RS256' });
  const zeros = Buffer.alloc(64).toString('base64url');
  return [
    ...['none', 'None', 'NONE', 'nOnE'].flatMap((alg): Forgery[] => [
      [`alg ${alg} without a signature`, `${text({ alg })}.`],
      [`alg ${alg} with the signature of a good token`, `${text({ alg })}.${signature}`],
    ]),
    ['our public key as a shared secret', hmac('HS256', raw)],
    ['our public key in PEM as a shared secret', hmac('HS256', pem)],
    ['our public key in PEM after a line break', hmac('HS256', `\n${pem}`)],
    ['our public key as a longer shared secret', hmac('HS384', raw)],
    ['our public key as the longest shared secret', hmac('HS512', pem)],
    ['an empty shared secret', hmac('HS256', '')],
    ['an empty shared secret under an unknown name', hmac('HS256', '', { kid: 'nobody' })],
    ['an RSA key', `${rsa}.${sign('sha256', Buffer.from(rsa), strangeRsa.privateKey).toString('base64url')}`],
    ['an elliptic signature of zeros', `${text({ alg: 'ES256' })}.${zeros}`],
    ['an elliptic signature', ecSigned(text({ alg: 'ES256' }))],
    ['our kind of signature, of zeros', `${text({})}.${zeros}`],
    [
      'our own key under its newer name (RFC 9864)',
      signedByUs({ good, secret, nowMs }, { alg: 'Ed25519' }, {}),
    ],
    ['our own key in small letters', signedByUs({ good, secret, nowMs }, { alg: 'eddsa' }, {})],
    ['our own key and no algorithm', signedByUs({ good, secret, nowMs }, { alg: undefined }, {})],
    ['our own key and a list of algorithms', signedByUs({ good, secret, nowMs }, { alg: ['EdDSA'] }, {})],
  ];
}

function ecSigned(text: string): string {
  const key = { key: strangeEc.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function signatures({ good, secret, nowMs }: Stolen): Forgery[] {
  const [head = '', body = '', signature = ''] = good.split('.');
  const other = signedByUs({ good, secret, nowMs }, {}, { jti: 'another' }).split('.')[2] ?? '';
  const bytes = Buffer.from(signature, 'base64url');
  const to = (changed: Buffer) => `${head}.${body}.${changed.toString('base64url')}`;
  return [
    ['without a signature', `${head}.${body}`],
    ['an empty signature', `${head}.${body}.`],
    ['half a signature', to(bytes.subarray(0, 32))],
    ['a signature with a byte more', to(Buffer.concat([bytes, Buffer.of(0)]))],
    ['a signature with another bit', to(Buffer.from(bytes.map((byte, i) => (i === 9 ? byte ^ 1 : byte))))],
    ['the second signature that mathematics allows', to(secondSignature(bytes))],
    ['the signature of another token', `${head}.${body}.${other}`],
    ['one character of the claims changed', `${head}.${flip(body, 20)}.${signature}`],
    ['the role changed', `${head}.${encode({ ...partsOf(good)[1], role: 'admin' })}.${signature}`],
  ];
}

function headers(stolen: Stolen): Forgery[] {
  const ours = (head: Part) => signedByUs(stolen, head, {});
  return [
    ['a demand that nobody knows', ours({ crit: ['x'], x: 1 })],
    ['a demand that a library knows', ours({ crit: ['b64'], b64: true })],
    ['an empty list of demands', ours({ crit: [] })],
    ['a payload that is not encoded', ours({ b64: false })],
    ['the older kind JWT', ours({ typ: 'JWT' })],
    ['the kind of a program', ours({ typ: 'service+jwt' })],
    ['no kind', ours({ typ: undefined })],
    ['a list of kinds', ours({ typ: ['at+jwt'] })],
  ];
}

function claims(stolen: Stolen): Forgery[] {
  const now = Math.floor(stolen.nowMs / 1000);
  const ours = (body: Part) => signedByUs(stolen, {}, body);
  return [
    ['by another issuer', ours({ iss: 'elsewhere' })],
    ['by nobody', ours({ iss: undefined })],
    ['by a list of issuers', ours({ iss: ['ringdesk'] })],
    ['for nobody', ours({ aud: undefined })],
    ['for somebody else', ours({ aud: 'elsewhere' })],
    ['for programs', ours({ aud: 'ringdesk-api' })],
    ['for us in a list', ours({ aud: ['ringdesk-desk'] })],
    ['for us and somebody else', ours({ aud: ['ringdesk-desk', 'elsewhere'] })],
    ['about nobody', ours({ sub: undefined })],
    ['about a number', ours({ sub: 7 })],
    ['about a list of people', ours({ sub: [partsOf(stolen.good)[1]['sub']] })],
    ['about an object', ours({ sub: { $ne: null } })],
    ['about a program', ours({ sub: 'svc_01k5d2m8x7' })],
    ['about somebody who does not exist', ours({ sub: 'usr_nobody' })],
    ['without a session', ours({ sid: undefined })],
    ['with a session that never was', ours({ sid: 'ses_nobody' })],
    ['with a list of sessions', ours({ sid: [partsOf(stolen.good)[1]['sid']] })],
    ['with a role that is none', ours({ role: 'king' })],
    ['with a role in a list', ours({ role: ['rep'] })],
    ['that is over by the leeway and a second', ours({ iat: now - 300, exp: now - 6 })],
    ['that was over long ago', ours({ iat: now - 86_400, exp: now - 86_000 })],
    ['with an end in words', ours({ exp: 'tomorrow' })],
    ['with an end in digits that are words', ours({ exp: String(now + 60) })],
    ['with an end beyond all numbers', ours({ exp: 1e308 })],
    ['with an end that is no whole number', ours({ exp: now + 60.5 })],
    ['without an end', ours({ exp: undefined })],
    ['that lives longer than ten minutes', ours({ exp: now + 601 })],
    ['that began too long ago', ours({ iat: now - 700, exp: now + 60 })],
    ['that begins later', ours({ nbf: now + 60 })],
    ['that begins in words', ours({ nbf: 'now' })],
    ['that was made in the future', ours({ iat: now + 60, exp: now + 120 })],
    ['that was made at no time', ours({ iat: undefined })],
  ];
}

function forms({ good, secret, nowMs }: Stolen): Forgery[] {
  const [header, body] = partsOf(good);
  const [head = '', middle = '', signature = ''] = good.split('.');
  const text = (first: string, second: string) => signText(first, second, ourKey(secret, nowMs));
  const twice = (part: Part, key: string, value: unknown) =>
    JSON.stringify(part).replace('{', `{${JSON.stringify(key)}:${JSON.stringify(value)},`);
  const [headText, bodyText] = [JSON.stringify(header), JSON.stringify(body)];
  return [
    ['no token at all', 'dana'],
    ['three empty parts', '..'],
    ['a person named twice', text(headText, twice(body, 'sub', 'usr_somebody'))],
    ['an algorithm named twice', text(twice(header, 'alg', 'none'), bodyText)],
    [
      'a key named twice, once in disguise',
      text(headText, bodyText.replace('{', '{"\\u0073ub":"usr_somebody",')),
    ],
    ['claims that are a list', text(headText, `[${bodyText}]`)],
    ['claims that are no JSON', text(headText, `${bodyText}}`)],
    ['claims that are no text', `${head}.${Buffer.from([0xff, 0xfe]).toString('base64url')}.${signature}`],
    ['claims after a mark of byte order', text(headText, `\ufeff${bodyText}`)],
    ['data after the token', `${good}.${good}`],
    ['a token in five parts', `${good}.${head}.${head}`],
    ['padded parts', `${head}==.${middle}=.${signature}==`],
    ['parts in the other alphabet', good.split('.').map(otherAlphabet).join('.')],
    ['a letter that says nothing', `${head}.${middle}.${flip(signature, 85)}`],
    ['the JSON form', JSON.stringify({ payload: middle, protected: head, signature })],
    [
      'the JSON form with several signatures',
      JSON.stringify({ payload: middle, signatures: [{ protected: head, signature }] }),
    ],
    ['a token of ours that is too long', signedByUs({ good, secret, nowMs }, {}, { more: 'x'.repeat(4096) })],
    ['a very long one', `${good}${'a'.repeat(100_000)}`],
  ];
}

function ourKey(secret: string, nowMs: number): KeyObject {
  return createSigningKeys(secret).current(nowMs).privateKey;
}

function signText(header: string, body: string, key: KeyObject): string {
  const text = `${encode(header)}.${encode(body)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

function encode(part: string | Part): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

function partsOf(token: string): [Part, Part, string] {
  const [header = '', body = '', signature = ''] = token.split('.');
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Part;
  return [decode(header), decode(body), signature];
}

/** Another letter at a place. */
function flip(text: string, at: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = letters[letters.indexOf(text[at] ?? 'A') ^ 1] ?? 'A';
  return text.slice(0, at) + other + text.slice(at + 1);
}

/** In the alphabet of plain base64, with a part that differs in it; where none does, padded. */
function otherAlphabet(part: string): string {
  const plain = part.replaceAll('-', '+').replaceAll('_', '/');
  return plain === part ? `${part}=` : plain;
}

/** The same signature with the order of the group added to its second half (RFC 8032, section 5.1.7, forbids it). */
function secondSignature(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const half = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
  const bytes = Buffer.from(half.toString(16).padStart(64, '0'), 'hex').reverse();
  return Buffer.concat([signature.subarray(0, 32), bytes]);
}
