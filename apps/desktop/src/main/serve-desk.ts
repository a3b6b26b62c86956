import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileFor } from './own-scheme.ts';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Answers the requests of the own scheme with the files of `folder`, each under the content policy. */
export function serveDesk(folder: string, policy: string): (request: Request) => Promise<Response> {
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  return async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url, folder) : null;
    const kind = file === null ? undefined : kinds[path.extname(file)];
    if (file === null || kind === undefined) return new Response('not here', { status: 404, headers });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...headers, 'Content-Type': kind },
      });
    } catch {
      return new Response('not here', { status: 404, headers });
    }
  };
}
