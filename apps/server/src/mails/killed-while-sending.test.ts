import { seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { letterBox } from '../testing/letters.ts';
import { type MailSink, openMailSink } from '../testing/mail-sink.ts';
import { startTestPostgres, type TestPostgres } from '../testing/postgres.ts';
import { type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import { until } from '../testing/test-desk.ts';

const kills = Number(process.env['KILLS'] ?? 4);
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const mailsEach = 12;
const secret = 'a secret for tests that is long enough';

let postgres: TestPostgres;
let db: Database;
let sink: MailSink;
let server: ServerProcess;
beforeAll(async () => {
  postgres = await startTestPostgres({ durable: true });
  sink = await openMailSink();
  server = await start();
  db = openDatabase({ url: postgres.url('ringdesk'), connections: 3, onTrouble: () => undefined });
  // Real time, and now and then a jump: what a dead server held is due again after a minute.
  await db.rows(sql`CREATE TABLE test_jump (by interval NOT NULL)`);
  await db.rows(sql`INSERT INTO test_jump VALUES ('0')`);
  await db.rows(sql`CREATE OR REPLACE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT now() + by FROM test_jump'`);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await db.close();
  await sink.close();
  await postgres.drop();
});

const start = () =>
  startServerProcess(postgres.url('ringdesk'), { SMTP_URL: sink.url, MAIL_FROM: 'desk@example.com' });

describe(`the server, killed ${kills} times while it sends mails (seed ${seed})`, () => {
  test(
    'loses no mail, and a mail that comes twice is known by its Message-ID',
    async () => {
      const random = seededRandom(seed);
      const box = letterBox(db, secret);
      let posted = 0;
      for (let kill = 0; kill < kills; kill++) {
        // At the worst moments too: while the provider has the mail and the server does not know it yet.
        const killAfter = sink.taken.length + 1 + Math.floor(random() * (mailsEach - 2));
        let dead: Promise<void> | null = null;
        sink.onTaken = () => {
          if (sink.taken.length < killAfter || dead !== null) return undefined;
          dead = server.kill();
          return kill % 2 === 0 ? dead : undefined;
        };
        for (let i = 0; i < mailsEach; i++) {
          const letter = { kind: 'verify-email', name: 'Dana', code: '123456' } as const;
          await box.post(`rep${posted++}@example.com`, letter);
        }
        await until('the kill', () => dead, 20_000);
        sink.onTaken = () => undefined;
        await db.rows(sql`UPDATE test_jump SET by = by + interval '61 seconds'`);
        server = await start();
      }
      await until(
        'every mail to be marked',
        async () => (await db.rows(sql`SELECT FROM mails WHERE status <> 'sent'`)).length === 0,
        30_000,
      );
      const ids = new Map<string, Set<string>>();
      for (const { to, mail } of sink.taken)
        ids.set(to.join(), (ids.get(to.join()) ?? new Set()).add(mail.messageId ?? ''));
      expect(ids.size).toBe(posted);
      expect([...ids.values()].every((one) => one.size === 1)).toBe(true);
      // Only what was on its way at a kill can have come twice.
      const mostAtOnce = 4;
      expect(sink.taken.length - posted).toBeLessThanOrEqual(kills * mostAtOnce);
      process.stdout.write(
        `mails: ${posted} posted, ${kills} kills, ${sink.taken.length - posted} came twice\n`,
      );
    },
    60_000 + kills * 20_000,
  );
});
