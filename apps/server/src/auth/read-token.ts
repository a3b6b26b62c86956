import { z } from 'zod';

/** Longer ones are refused before anything in them is looked at. */
const mostTokenCharacters = 4096;

/** What a header may ask of us. Extensions (`crit`, `b64`: RFC 7515, 7797) are refused, also those that a library would know. */
const Header = z.looseObject({
  alg: z.string(),
  typ: z.string().optional(),
  kid: z.string().optional(),
  crit: z.never().optional(),
  b64: z.never().optional(),
});

/** A token taken apart: nothing in it is believed yet. */
export interface ReadToken {
  readonly header: z.infer<typeof Header>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * Takes a signed token apart, in the one form that we accept: compact (RFC 7515, section 7.1), each part in the only base64url
 * text that its bytes have, and JSON objects that name no key twice, so that no two readers can see different things in it.
 */
export function readToken(token: string): ReadToken | null {
  if (token.length > mostTokenCharacters) return null;
  const [header, claims, signature, ...rest] = token.split('.').map(bytesOf);
  if (!header || !claims || !signature || rest.length > 0) return null;
  const parsed = Header.safeParse(objectIn(header));
  const body = objectIn(claims);
  return parsed.success && body !== null ? { header: parsed.data, claims: body } : null;
}

function bytesOf(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === part ? bytes : null;
}

const Members = z.record(z.string(), z.unknown());

function objectIn(bytes: Buffer): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (keysWritten(text) !== keysKept(value) || Array.isArray(value)) return null;
    return Members.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** In JSON that parses, a string before a colon is a key. */
function keysWritten(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

/** Of keys that were written twice, only the last is kept. */
function keysKept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, member) => sum + keysKept(member), own);
}
