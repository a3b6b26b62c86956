import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDesk } from './serve-desk.ts';

let folder: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-pages-'));
  writeFileSync(path.join(folder, 'index.html'), '<p>desk</p>');
  writeFileSync(path.join(folder, 'main.js'), 'export {};');
  writeFileSync(path.join(folder, 'notes.txt'), 'private');
  serve = serveDesk(folder, "default-src 'self'");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the desk’s own files', () => {
  it.each([
    ['app://ringdesk/index.html', 'text/html; charset=utf-8', '<p>desk</p>'],
    ['app://ringdesk/', 'text/html; charset=utf-8', '<p>desk</p>'],
    ['app://ringdesk/main.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('%s is served as what it is, under the policy', async (address, kind, text) => {
    const answer = await serve(new Request(address));
    expect([answer.status, await answer.text()]).toEqual([200, text]);
    expect(answer.headers.get('Content-Type')).toBe(kind);
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'self'");
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each([
    'app://ringdesk/gone.js',
    'app://ringdesk/notes.txt',
    'app://ringdesk/..%2f..%2fetc%2fpasswd',
    'app://x/',
  ])('%s is not here, and that too is said under the policy', async (address) => {
    const answer = await serve(new Request(address));
    expect([answer.status, await answer.text()]).toEqual([404, 'not here']);
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'self'");
  });

  it('are read, never written', async () => {
    const answer = await serve(new Request('app://ringdesk/index.html', { method: 'POST', body: 'x' }));
    expect(answer.status).toBe(404);
  });
});
