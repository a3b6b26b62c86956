import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from '../testing/ask-http.ts';
import { type MailSink, openMailSink } from '../testing/mail-sink.ts';
import { until } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const mostWaitMs = 1_000;
let sink: MailSink;
let server: TestServer;
beforeAll(async () => {
  sink = await openMailSink();
  const mail = { smtpUrl: sink.url, from: 'Ringdesk <desk@example.com>', isKept: false };
  server = await startTestServer({ config: { mail } });
});
afterAll(async () => {
  await server.close();
  await sink.close();
});

/** Signs up; answers how long that took. */
async function signUp(email: string): Promise<number> {
  const startedAt = performance.now();
  const body = { email, name: 'Dana', password: 'seven brown horses in a lake' };
  const { status } = await askHttp(server.url, '/api/v1/auth/sign-up', post(body));
  expect(status).toBe(202);
  return performance.now() - startedAt;
}

describe('signing up while the provider of mails is in trouble', () => {
  test.each(['stalls before a word', 'stalls after the mail', 'refuses to talk', 'says later'] as const)(
    'that %s: it is answered within a second, and one mail arrives once all is well',
    async (mood) => {
      sink.mood = mood;
      sink.taken.length = 0;
      const emails = [0, 1, 2, 3, 4].map((i) => `dana${i}@${mood.replaceAll(' ', '-')}.example.com`);
      for (const email of emails) expect(await signUp(email)).toBeLessThan(mostWaitMs);
      await until('a first try', () =>
        server.db.prisma.mail.findFirst({ where: { recipient: emails[0] ?? '', tries: 1 } }),
      );
      // With every way to the provider taken, the server's other work goes on.
      expect(await signUp(`late@${mood.replaceAll(' ', '-')}.example.com`)).toBeLessThan(mostWaitMs);
      sink.mood = 'takes';
      await until(
        'every mail',
        async () => {
          await server.time.advance(1_000);
          return sink.taken.length >= 6;
        },
        30_000,
      );
      await server.idle();
      const to = sink.taken.map((taken) => taken.to.join());
      expect(new Set(to).size).toBe(6);
      expect(new Set(sink.taken.map(({ mail }) => mail.messageId)).size).toBe(6);
      expect(to).toHaveLength(6);
      const codes = sink.taken.map(({ mail }) => /\d{6}/.exec(mail.text ?? '')?.[0]);
      expect(codes.every((code) => code !== undefined)).toBe(true);
    },
    60_000,
  );

  test('the page of kept mails is not there where mails are sent, and none of this is a fault', async () => {
    expect((await askHttp(server.url, '/dev/mail.json')).status).toBe(404);
    expect(server.troubles).toEqual([]);
  });
});
