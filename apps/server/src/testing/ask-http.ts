interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  /** Parsed when it is JSON, else text. Tests look into it as they please. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface HttpRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Asks over HTTP; the path is below the server's address. */
export async function askHttp(url: string, path: string, request: HttpRequest = {}): Promise<HttpAnswer> {
  const { method = 'GET', headers = {}, body } = request;
  const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: type.includes('json') ? JSON.parse(text) : text,
  };
}

/** A POST with this body; a string goes out as it is. */
export function post(body: unknown, headers: Record<string, string> = {}): HttpRequest {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
