import type { Clock } from '@ringdesk/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { systemClock } from '../edge/clock.ts';
import { type DatabaseClock, driveDatabaseClock } from '../testing/database-clock.ts';
import { everyLetter, letterBox } from '../testing/letters.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { testSecret } from '../testing/test-server.ts';
import type { Mailer } from './mailer.ts';
import { createSending, type Sending } from './send-mails.ts';
import { createWrite } from './templates/write.ts';

/** A mail as somebody finds it. */
export interface ArrivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** An outbox with two nodes that send from it. */
export interface Outbox {
  readonly db: Database;
  readonly time: DatabaseClock;
  readonly box: ReturnType<typeof letterBox>;
  readonly nodes: readonly [Sending, Sending];
  readonly troubles: unknown[];
  /** Both nodes send what is due, and are done. */
  send(): Promise<void>;
  rows(): Promise<
    { id: string; status: string; facts: string | null; tries: number; last_error: string | null }[]
  >;
  close(): Promise<void>;
}

export const write = createWrite('https://desk.example.com');

export async function openOutbox(open: () => Mailer, clock: Clock = systemClock): Promise<Outbox> {
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url, connections: 8, onTrouble: () => undefined });
  const time = await driveDatabaseClock(db);
  const box = letterBox(db, testSecret);
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown) => void troubles.push(error);
  const node = () => createSending({ db, clock, sealing: box.sealing, mailer: open(), write, onTrouble });
  const nodes = [node(), node()] as const;
  return {
    db,
    time,
    box,
    nodes,
    troubles,
    async send() {
      for (const one of nodes) one.wake();
      for (const one of nodes) await one.settled();
    },
    rows: () => db.rows(sql`SELECT id, status, facts, tries, last_error FROM mails ORDER BY created_at, id`),
    async close() {
      for (const one of nodes) await one.close();
      await db.close();
      await database.drop();
    },
  };
}

/** What every way out must pass: `open` makes it anew for each test, with a look at what arrived through it. */
export function describeMailer(
  name: string,
  open: () => Promise<{
    readonly mailer: () => Mailer;
    readonly arrived: (outbox: Outbox) => Promise<readonly ArrivedMail[]>;
    readonly close: () => Promise<void>;
  }>,
): void {
  describe(`mails by ${name}`, () => {
    let way: Awaited<ReturnType<typeof open>>;
    let outbox: Outbox;
    beforeEach(async () => {
      way = await open();
      outbox = await openOutbox(way.mailer);
    });
    afterEach(async () => {
      await outbox.close();
      await way.close();
    });

    test('every kind of letter arrives once, word for word', async () => {
      const letters = everyLetter('Dana Reyes');
      for (const [i, letter] of letters.entries()) await outbox.box.post(`dana${i}@example.com`, letter);
      await outbox.send();
      await outbox.send();
      const arrived = await way.arrived(outbox);
      expect(arrived).toHaveLength(letters.length);
      for (const [i, letter] of letters.entries())
        expect(arrived.find(({ to }) => to === `dana${i}@example.com`)).toMatchObject(write(letter));
      expect(outbox.troubles).toEqual([]);
    });

    test('a letter whose transaction was undone never arrives', async () => {
      await expect(
        outbox.db.transaction(async (tx) => {
          const half = letterBox({ transaction: (work) => work(tx) }, testSecret);
          await half.post('dana@example.com', { kind: 'verify-email', name: 'Dana', code: '123456' });
          throw new Error('the other half failed');
        }),
      ).rejects.toThrow('the other half failed');
      await outbox.send();
      expect(await way.arrived(outbox)).toEqual([]);
    });

    test('sixty letters, sent by two nodes at once, arrive once each', async () => {
      for (let i = 0; i < 60; i++)
        await outbox.box.post(`rep${i}@example.com`, { kind: 'verify-email', name: 'Rep', code: '123456' });
      await outbox.send();
      const to = (await way.arrived(outbox)).map((mail) => mail.to);
      expect(to).toHaveLength(60);
      expect(new Set(to).size).toBe(60);
    });

    test.each([
      'Dana\r\nBcc: everybody@example.com\r\n\r\n<script>alert(1)</script>',
      '<a href="https://evil.example">click</a>, "quoted" & \u202egnp.exe\u202c',
      'Win now at www.evil.example or https://evil.example/x mail me@evil.example',
    ])('the name %j reaches the reader alone, as a name', async (name) => {
      for (const letter of everyLetter(name)) await outbox.box.post('dana@example.com', letter);
      await outbox.send();
      const arrived = await way.arrived(outbox);
      expect(arrived).toHaveLength(everyLetter(name).length);
      for (const { to, subject, text, html } of arrived) {
        expect(to).toBe('dana@example.com');
        expect(subject).not.toMatch(/Bcc|evil|[\r\n]/);
        expect(`${text}${html}`).not.toMatch(/<script|<a |\u202e|evil\.example|:\/\/evil/);
        expect(text).not.toMatch(/^Bcc/m);
      }
    });

    test('after closing, nothing leaves any more, and what is left is not lost', async () => {
      for (const one of outbox.nodes) await one.close();
      await outbox.box.post('dana@example.com', { kind: 'verify-email', name: 'Dana', code: '123456' });
      await outbox.send();
      expect(await outbox.rows()).toMatchObject([{ status: 'queued', tries: 0 }]);
    });
  });
}
