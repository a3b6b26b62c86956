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
  /** Hears that the server holds this session for locked. */
  readonly locked: () => void;
  readonly fetch: typeof globalThis.fetch;
}

/** How one request is to be sent, where that is not as usual. */
interface Sending {
  /** A step token: the bearer of this one request, in place of the session's token. */
  readonly bearer?: string | undefined;
  /** The refresh token of this session is the browser's to keep: it comes and goes as a cookie that no page can read. */
  readonly isByCookie?: boolean;
  /** Lets a write be sent again without being done twice. */
  readonly idempotencyKey?: string;
  /** Once aborted nothing is sent any more, also not after a renewal: the desk may be another person's by then. */
  readonly signal?: AbortSignal;
}

export type Call = <Name extends HttpOperationName>(
  name: Name,
  input: Question<Name>,
  sending?: Sending,
) => Promise<Answer<Output<Name>>>;

let current: Call = () => Promise.resolve(refused('UNAVAILABLE'));

/** Says where `call` asks; once, at the start. */
export function openHttp(source: HttpSource): void {
  current = createCall(source);
}

/** Asks an HTTP door of the contract by its name. Never throws: no connection is UNAVAILABLE. */
export const call: Call = (name, input, sending) => current(name, input, sending);

/** Asks again what was asked before and kept since: its name and its input belong together. */
export function callKept(
  name: HttpOperationName,
  input: Readonly<Record<string, unknown>>,
  sending: Sending,
): Promise<Answer<unknown>> {
  return current(name, input as Question<typeof name>, sending);
}

/** The client derived from the contract; `openHttp` is for the app, this one for tests. */
export function createCall(source: HttpSource): Call {
  return async (name, input, sending = {}) => {
    const asOneself = needsSession(policies[name]) && sending.bearer === undefined;
    const ask = () =>
      send(source, { name, input, sending, token: asOneself ? source.token() : (sending.bearer ?? null) });
    const first = await ask();
    if (!first.ok && first.error.code === 'SESSION_LOCKED') source.locked();
    const mayRetry = asOneself && !first.ok && first.error.code === 'UNAUTHENTICATED';
    if (!mayRetry || !(await source.renew())) return first;
    return ask();
  };
}

const answerMs = 10_000;
/** A whole file is longer on its way. */
const fileMs = 120_000;

interface Request<Name extends HttpOperationName> {
  readonly name: Name;
  readonly input: Question<Name>;
  readonly sending: Sending;
  readonly token: string | null;
}

async function send<Name extends HttpOperationName>(
  source: HttpSource,
  { name, input, sending, token }: Request<Name>,
): Promise<Answer<Output<Name>>> {
  const { path } = operations[name].http;
  const method: string = operations[name].http.method;
  const asked = placeInput(path, input);
  const isQuery = method === 'GET' || method === 'DELETE';
  const query = isQuery ? queryOf(asked.rest) : '';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (sending.isByCookie === true) headers['x-ringdesk-desk'] = 'browser';
  if (sending.idempotencyKey !== undefined && method === 'POST')
    headers['idempotency-key'] = sending.idempotencyKey;
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (!isQuery) headers['content-type'] = 'application/json';
  try {
    const response = await source.fetch(`${await source.url()}/api/v1${asked.path}${query}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(isQuery
        ? {}
        : { body: JSON.stringify(sending.isByCookie ? withoutToken(asked.rest) : asked.rest) }),
      signal: AbortSignal.any([
        AbortSignal.timeout('contentType' in operations[name].http ? fileMs : answerMs),
        ...(sending.signal === undefined ? [] : [sending.signal]),
      ]),
    });
    const isText = response.ok && 'contentType' in operations[name].http;
    const body: unknown = isText ? await response.text() : await response.json().catch(() => null);
    if (!response.ok) return { ok: false, error: refusalOf(response.status, body) };
    return readAnswer(name, { ok: true, value: response.status === 204 ? {} : body });
  } catch {
    return refused('UNAVAILABLE', 'The server cannot be reached. Check the connection.');
  }
}

/** An answer that came from outside, as the contract has it. */
export function readAnswer<Name extends HttpOperationName>(
  name: Name,
  answer: Answer<unknown>,
): Answer<Output<Name>> {
  if (!answer.ok) return answer;
  const output = operations[name].output.safeParse(answer.value);
  if (!output.success) return refused('UNEXPECTED', 'The server answered something this desk cannot read.');
  return { ok: true, value: output.data as Output<Name> };
}

/** The cookie speaks in place of the refresh token. */
function withoutToken(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { refreshToken: _cookieSpeaks, ...rest } = fields;
  return rest;
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
