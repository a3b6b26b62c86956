import formbody from '@fastify/formbody';
import { type Refusal, type Result, refused } from '@ringdesk/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Lets the routes of this part take forms. A field given twice becomes a list, which no schema takes. */
export async function takeForms(part: FastifyInstance): Promise<void> {
  await part.register(formbody, { bodyLimit: 16 * 1024 });
}

/**
 * The input with a program's name and secret from Basic authorization, each written as in a form (RFC 6749, section 2.3.1).
 * Whoever sends the secret in both places is refused: nobody could say which one counts.
 */
export function withBasic(input: object, request: FastifyRequest): Result<object> {
  const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return { ok: true, value: input };
  const [name, ...secret] = Buffer.from(given, 'base64').toString('utf8').split(':');
  if (name === undefined || secret.length === 0) return refused('UNAUTHENTICATED');
  if ('client_secret' in input || ('client_id' in input && input.client_id !== decode(name)))
    return refused('INPUT_INVALID', 'Send the secret either in the body or as Basic authorization.');
  return { ok: true, value: { ...input, client_id: decode(name), client_secret: decode(secret.join(':')) } };
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** The members that OAuth wants beside those of a problem (RFC 6749, section 5.2). */
export function oauthMembers({ code, message, details }: Refusal): Record<string, string> {
  const field = details?.errors?.[0]?.path ?? '';
  const ofInput = field === 'scope' ? 'invalid_scope' : 'invalid_request';
  const names: Partial<Record<Refusal['code'], string>> = {
    INPUT_INVALID: field === 'grant_type' ? 'unsupported_grant_type' : ofInput,
    UNAUTHENTICATED: 'invalid_client',
    FORBIDDEN: 'unauthorized_client',
    UNEXPECTED: 'server_error',
  };
  const asText = message.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
  return { error: names[code] ?? 'temporarily_unavailable', error_description: asText };
}
