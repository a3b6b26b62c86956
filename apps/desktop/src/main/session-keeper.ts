import { type Answer, ErrorCode, FieldError, operations, refused, type Session } from '@ringdesk/shared';
import { z } from 'zod';
import type { DesktopBridge } from '../ipc.ts';
import type { TokenShelf } from './token-shelf.ts';

/** What the keeper of the session needs: the one server it speaks to, where the token lies, and a way to ask. */
export interface KeeperMeans {
  readonly server: URL;
  readonly shelf: TokenShelf;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

type SessionMembers = 'beginSession' | 'renewSession' | 'endSession' | 'keepsSession';

/** What a refusal says beside its sentence, as far as a page acts on it. */
const Details = z.object({
  reason: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  errors: z.array(FieldError).optional(),
});
const Problem = z.looseObject({ code: ErrorCode, detail: z.string() });

/**
 * Keeps the refresh token away from the page: the app itself asks the operations whose answers hold one, takes it out and
 * hands over the rest. One at a time, because each token works once.
 */
export function keepSessions(means: KeeperMeans): Pick<DesktopBridge, SessionMembers> {
  const { shelf } = means;
  let token: string | null | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    const turn = last.then(run, run);
    last = turn;
    return turn;
  }
  function keep(fresh: string): void {
    token = fresh;
    shelf.keep(fresh);
  }
  function forget(): void {
    token = null;
    shelf.forget();
  }
  async function begin({ operation, bearer, input }: Parameters<DesktopBridge['beginSession']>[0]) {
    const answer = await ask<Session>(means, operations[operation], { bearer, input });
    return answer.ok ? withoutToken(answer.value, keep) : answer;
  }
  async function renew(): Promise<Answer<Session> | null> {
    if (token === undefined) token = shelf.read();
    if (token === null) return null;
    const answer = await ask(means, operations['auth.refresh'], {
      bearer: null,
      input: { refreshToken: token },
    });
    if (answer.ok) return withoutToken(answer.value, keep);
    // Any other refusal says nothing of the session: the server may be away.
    if (answer.error.code === 'UNAUTHENTICATED' || answer.error.code === 'SESSION_REUSED') forget();
    return answer;
  }
  return {
    beginSession: (wish) => inTurn(() => begin(wish)),
    renewSession: () => inTurn(renew),
    endSession: () => inTurn(async () => forget()),
    keepsSession: async () => shelf.isSafe(),
  };
}

/** Takes the refresh token out of a session before it goes to the page. */
function withoutToken<Value extends Session>(value: Value, keep: (token: string) => void): Answer<Value> {
  if (value.refreshToken === null) return unreadable();
  keep(value.refreshToken);
  return { ok: true, value: { ...value, refreshToken: null } };
}

interface Door<Value> {
  readonly http: { readonly path: string; readonly method: string };
  readonly output: z.ZodType<Value>;
}

async function ask<Value>(
  { server, fetch }: KeeperMeans,
  { http, output }: Door<Value>,
  { bearer, input }: { readonly bearer: string | null; readonly input: unknown },
): Promise<Answer<Value>> {
  try {
    const response = await fetch(`${server.origin}/api/v1${http.path}`, {
      method: http.method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(input),
      // A token goes to the server that was configured and to nobody it may point at.
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json();
    if (!response.ok) return refusalIn(body);
    const value = output.safeParse(body);
    return value.success ? { ok: true, value: value.data } : unreadable();
  } catch {
    return refused('UNAVAILABLE', 'The server cannot be reached. Check the connection.');
  }
}

function refusalIn(body: unknown): Answer<never> {
  const problem = Problem.safeParse(body);
  if (!problem.success) return refused('UNAVAILABLE');
  const { code, detail } = problem.data;
  const details = Details.safeParse(body).data ?? {};
  return refused(code, detail, Object.keys(details).length === 0 ? undefined : details);
}

function unreadable(): Answer<never> {
  return refused('UNEXPECTED', 'The server answered something this desk cannot read.');
}
