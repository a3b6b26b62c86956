import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askHttp } from '../testing/ask-http.ts';
import { makeClient } from '../testing/service-clients.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const page = readFileSync(new URL('../../../../docs/records.md', import.meta.url), 'utf8');
/** A question, the status and code of its answer, the body, and the answer where it is shown. */
const shape =
  /^`(GET|POST|PATCH) (\S+)` → (\d{3})(?: `(\w+)`)?\n(?:\n```json\n(.*?)\n```\n)?(?:\n```json\n(.*?)\n```\n)?/gms;
const questions = [...page.matchAll(shape)];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  expect(server.troubles).toEqual([]);
  await server.close();
});

test('what the page about records asks is answered as it says, from top to bottom', async () => {
  const client = await makeClient(server.url, ['read-records', 'write-records']);
  const known: Record<string, string> = { client: client.id, secret: client.secret };
  const filled = (text: string) => text.replace(/<(\w+)>/g, (_, name: string) => known[name] ?? 'nobody');
  let authorization = '';
  expect(questions.length).toBe([...page.matchAll(/^`(GET|POST|PATCH) /gm)].length);
  for (const [, method = '', path = '', status, code, body, shown] of questions) {
    const answer = await askHttp(server.url, filled(path), {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: filled(body) }),
    });
    expect([method, path, answer.status, answer.body.code]).toEqual([method, path, Number(status), code]);
    if (shown !== undefined) {
      const told = JSON.parse(shown);
      expect(Object.keys(answer.body)).toEqual(Object.keys(told));
      expect(answer.body.conflicts).toEqual([{ ...told.conflicts[0], jobId: known['job'] }]);
      expect(answer.body.title).toBe(told.title);
    }
    if (path === '/oauth/token') authorization = `Bearer ${answer.body.access_token}`;
    if (path === '/api/v1/customers') {
      known['customer'] = answer.body.id;
      known['address'] = answer.body.addresses[0].id;
      expect(answer.body).toMatchObject({
        phones: [{ number: '+14155550132' }],
        email: 'maria@example.com',
        timeZone: 'America/Chicago',
      });
    }
    if (path === '/api/v1/jobs' && answer.status === 201) known['job'] = answer.body.id;
  }
});
