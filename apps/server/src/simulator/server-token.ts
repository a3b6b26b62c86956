import { type Cancel, type Clock, operations, type Random, type Scope } from '@ringdesk/shared';
import { z } from 'zod';
import { StartRefused } from '../start-refused.ts';

/** Which server, which service client of it, and what for. */
export interface Access {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: Scope;
}

interface FreshToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** There is no token, for the reason of the message; where it is final, asking again would not help. */
export class TokenRefused extends StartRefused {
  readonly isFinal: boolean;

  constructor(sentence: string, { isFinal }: { readonly isFinal: boolean }) {
    super(sentence);
    this.isFinal = isFinal;
  }
}

const askWithinMs = 10_000;
const Given = operations['oauth.token'].output;
const Refused = z.object({ error: z.string() });

/** Asks a server for an access token (RFC 6749, section 4.4). Throws `TokenRefused` with one sentence where there is none. */
export async function fetchToken({ url, clientId, clientSecret, scope }: Access): Promise<FreshToken> {
  const response = await fetch(new URL('/oauth/token', url), {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    // A secret is never taken along to somewhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(askWithinMs),
  }).catch(() => null);
  if (response === null)
    throw new TokenRefused(`The server at ${url} cannot be reached; check RINGDESK_URL, and that it runs.`, {
      isFinal: false,
    });
  const body: unknown = await response.json().catch(() => null);
  const given = Given.safeParse(body);
  if (response.ok && given.success)
    return { token: given.data.access_token, expiresInSeconds: given.data.expires_in };
  throw refusal(url, Refused.safeParse(body).data?.error ?? null, response);
}

function refusal(url: string, error: string | null, { status, headers }: Response): TokenRefused {
  const isFinal = true;
  if (error === 'invalid_client')
    return new TokenRefused(
      `The server at ${url} does not know this client, or the secret is not right; check RINGDESK_CLIENT_ID and RINGDESK_CLIENT_SECRET.`,
      { isFinal },
    );
  if (error === 'invalid_scope')
    return new TokenRefused(
      'This service client may not bring calls; ask an admin for one with the scope ingest-calls.',
      { isFinal },
    );
  if (status === 429)
    return new TokenRefused(
      `The server at ${url} was asked too often with a wrong secret; try again in ${headers.get('retry-after') ?? 60} seconds.`,
      { isFinal: false },
    );
  return error !== null && status >= 500
    ? new TokenRefused(`The server at ${url} cannot answer right now; try again in a moment.`, {
        isFinal: false,
      })
    : new TokenRefused(`What answers at ${url} is no Ringdesk server; check RINGDESK_URL.`, { isFinal });
}

/** A token that is always fresh, as long as the server gives one. */
export interface KeptToken {
  current(): string;
  close(): void;
}

interface Keeper {
  readonly ask: () => Promise<FreshToken>;
  readonly clock: Clock;
  readonly random: Random;
  /** Told when a renewal failed: it is tried again, unless the refusal is final. */
  readonly onTrouble: (refusal: TokenRefused) => void;
}

/** Renewed after this part of its life, so that a server may be away for the rest of it. */
const renewAfter = 0.7;
const leastPauseMs = 1_000;
const mostPauseMs = 30_000;

/** Asks for a token and renews it before its end; while the server is away it is tried again, ever more seldom. */
export async function keepToken({ ask, clock, random, onTrouble }: Keeper): Promise<KeptToken> {
  let kept = await ask();
  let failures = 0;
  let isClosed = false;
  let cancel: Cancel = () => undefined;
  const plan = (ms: number) => {
    if (!isClosed) cancel = clock.after(ms, () => void renew());
  };
  const renew = async () => {
    try {
      kept = await ask();
      failures = 0;
      plan(kept.expiresInSeconds * 1000 * renewAfter);
    } catch (error) {
      const refused =
        error instanceof TokenRefused ? error : new TokenRefused(String(error), { isFinal: false });
      if (isClosed) return;
      onTrouble(refused);
      failures += 1;
      const pauseMs = Math.min(mostPauseMs, leastPauseMs * 2 ** (failures - 1));
      if (!refused.isFinal) plan(pauseMs * (0.5 + random() / 2));
    }
  };
  plan(kept.expiresInSeconds * 1000 * renewAfter);
  return {
    current: () => kept.token,
    close() {
      isClosed = true;
      cancel();
    },
  };
}
