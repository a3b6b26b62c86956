import {
  type Answer,
  type HttpOperationName,
  type Output,
  operations,
  policies,
  type Question,
  Refusal,
  type Right,
  refused,
} from '@ringdesk/shared';

/** What the client of the HTTP doors needs to know. */
export interface HttpSource {
  /** Origin of the server. */
  readonly url: () => Promise<string>;
  readonly token: () => string | null;
  /** Makes a fresh session after a 401; false when it is over. */
  readonly renew: () => Promise<boolean>;
  readonly fetch: typeof globalThis.fetch;
}

export type Call = <Name extends HttpOperationName>(
  name: Name,
  input: Question<Name>,
) => Promise<Answer<Output<Name>>>;

let current: Call = () => Promise.resolve(refused('UNAVAILABLE'));

/** Says where `call` asks; once, at the start. */
export function openHttp(source: HttpSource): void {
  current = createCall(source);
}

/** Asks an HTTP door of the contract by its name. Never throws: no connection is UNAVAILABLE. */
export const call: Call = (name, input) => current(name, input);

/** The client derived from the contract; `openHttp` is for the app, this one for tests. */
export function createCall(source: HttpSource): Call {
  return async (name, input) => {
    const first = await send(source, name, input);
    const mayRetry = !first.ok && first.error.code === 'UNAUTHENTICATED' && needsSession(policies[name]);
    if (!mayRetry || !(await source.renew())) return first;
    return send(source, name, input);
  };
}

async function send<Name extends HttpOperationName>(
  source: HttpSource,
  name: Name,
  input: Question<Name>,
): Promise<Answer<Output<Name>>> {
  const { path } = operations[name].http;
  const method: string = operations[name].http.method;
  const asked = placeInput(path, input);
  const isQuery = method === 'GET' || method === 'DELETE';
  const query = isQuery ? queryOf(asked.rest) : '';
  const token = source.token();
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (!isQuery) headers['content-type'] = 'application/json';
  try {
    const response = await source.fetch(`${await source.url()}/api/v1${asked.path}${query}`, {
      method,
      headers,
      ...(isQuery ? {} : { body: JSON.stringify(asked.rest) }),
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, error: refusalOf(response.status, body) };
    const output = operations[name].output.safeParse(response.status === 204 ? {} : body);
    if (!output.success) return refused('UNEXPECTED', 'The server answered something this desk cannot read.');
    return { ok: true, value: output.data as Output<Name> };
  } catch {
    return refused('UNAVAILABLE', 'The server cannot be reached. Check the connection, then try again.');
  }
}

/** Whether a fresh session could change the answer. */
function needsSession(right: Right): boolean {
  return right !== 'anyone' && right !== 'holders of a step token';
}

/** Fills the `:parts` of a path from the fields of the input; `rest` are the fields that are left. */
export function placeInput(
  path: string,
  input: object,
): { readonly path: string; readonly rest: Readonly<Record<string, unknown>> } {
  const rest: Record<string, unknown> = { ...input };
  const filled = path.replace(/:([a-zA-Z]+)/g, (_whole, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(String(value));
  });
  return { path: filled, rest };
}

function queryOf(fields: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(given.map(([field, value]) => [field, String(value)])).toString();
  return query === '' ? '' : `?${query}`;
}

/** A problem document (RFC 9457) as a refusal; what is no problem document is told by its status. */
function refusalOf(status: number, body: unknown): Refusal {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const asRefusal = Refusal.safeParse({
    code: problem.code,
    message: problem.detail ?? problem.title,
    details: problem,
  });
  if (asRefusal.success) return asRefusal.data;
  const told = status === 404 ? 'NOT_FOUND' : status === 401 ? 'UNAUTHENTICATED' : 'UNEXPECTED';
  const other = refused(status >= 502 && status <= 504 ? 'UNAVAILABLE' : told);
  return other.ok ? { code: 'UNEXPECTED', message: '' } : other.error;
}
