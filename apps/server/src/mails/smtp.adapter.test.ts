import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { systemClock } from '../edge/clock.ts';
import { type MailSink, type Mood, openMailSink, type TakenMail } from '../testing/mail-sink.ts';
import { until } from '../testing/test-desk.ts';
import { describeMailer, type Outbox, openOutbox } from './mailer.suite.ts';
import { smtpMailer } from './smtp.adapter.ts';

const from = 'Ringdesk <desk@desk.example.com>';
const quietMs = 300;
const letter = {
  kind: 'password-changed',
  name: 'Dana',
  how: 'changed',
  at: '2026-01-05T09:00:00Z',
  address: '203.0.113.7',
  device: 'Chrome on Windows',
} as const;
const code = { kind: 'verify-email', name: 'Dana', code: '135790' } as const;

describeMailer('SMTP', async () => {
  const sink = await openMailSink();
  return {
    mailer: () => smtpMailer({ smtpUrl: sink.url, from }),
    arrived: async () => sink.taken.map(found),
    close: () => sink.close(),
  };
});

function found({ to, mail }: TakenMail) {
  const plain = (text = '') => text.replaceAll('\r\n', '\n').trimEnd().concat('\n');
  return { to: to.join(), subject: mail.subject ?? '', text: plain(mail.text), html: plain(mail.html) };
}

describe('a provider of mail', () => {
  let sink: MailSink;
  let outbox: Outbox;
  beforeEach(async () => {
    sink = await openMailSink();
    outbox = await openOutbox(() => smtpMailer({ smtpUrl: sink.url, from, quietMs }));
  });
  afterEach(async () => {
    await outbox.close();
    await sink.close();
  });

  test('gets one recipient, a sender, a known Message-ID, and nothing to fetch or to follow', async () => {
    await outbox.box.post('dana@example.com', letter);
    await outbox.send();
    const [row] = await outbox.rows();
    const [{ raw, mail, to } = { raw: '', mail: null, to: [] }] = sink.taken;
    expect(to).toEqual(['dana@example.com']);
    expect(mail).toMatchObject({
      messageId: `<${row?.id}@desk.example.com>`,
      from: { name: 'Ringdesk', address: 'desk@desk.example.com' },
      to: [{ address: 'dana@example.com' }],
    });
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(mail?.html).not.toMatch(/<img|<link|<script|href=|src=|url\(/);
    expect(mail?.html?.match(/https?:\/\/[^\s<"]+/g)).toEqual(['https://desk.example.com']);
    expect(row).toMatchObject({ status: 'sent', facts: null, tries: 1, last_error: null });
  });

  const heals: readonly Mood[] = [
    'refuses to talk',
    'says later',
    'stalls before a word',
    'stalls after the mail',
    'drops after the mail',
  ];
  test.each(heals)('that %s gets each mail later, once', async (mood) => {
    sink.mood = mood;
    for (let i = 0; i < 6; i++) await outbox.box.post(`rep${i}@example.com`, i === 0 ? code : letter);
    await outbox.send();
    expect(sink.taken).toEqual([]);
    for (const { status, tries, last_error: why } of await outbox.rows()) {
      expect([status, tries]).toEqual(['queued', 1]);
      expect(why).toMatch(/.{5,}/);
    }
    // Not due yet: nobody knocks again at once.
    const seen = sink.seen();
    await outbox.send();
    expect(sink.seen()).toBe(seen);
    sink.mood = 'takes';
    await outbox.time.advance(6_000);
    await outbox.send();
    await outbox.send();
    expect(sink.taken.map(({ to }) => to.join()).toSorted((a, b) => a.localeCompare(b))).toEqual(
      Array.from({ length: 6 }, (_, i) => `rep${i}@example.com`),
    );
    expect(new Set(sink.taken.map(({ mail }) => mail.messageId)).size).toBe(6);
    expect((await outbox.rows()).every(({ status, facts }) => status === 'sent' && facts === null)).toBe(
      true,
    );
    expect(outbox.troubles).toEqual([]);
  });

  test.each(['says never', 'knows no such recipient'] as const)(
    'that %s is not asked again',
    async (mood) => {
      sink.mood = mood;
      await outbox.box.post('dana@example.com', letter);
      await outbox.send();
      expect(await outbox.rows()).toMatchObject([
        { status: 'dead', tries: 1, last_error: expect.stringMatching(/no such/) },
      ]);
      sink.mood = 'takes';
      await outbox.time.advance(24 * 3_600_000);
      await outbox.send();
      expect(sink.taken).toEqual([]);
      expect(outbox.troubles).toHaveLength(1);
    },
  );

  test('that is away all day is asked less and less often, then given up; a code is given up when it has run out', async () => {
    sink.mood = 'refuses to talk';
    await outbox.box.post('dana@example.com', letter);
    await outbox.box.post('lee@example.com', code);
    for (let minute = 0; minute <= 25 * 60; minute += 5) {
      await outbox.send();
      await outbox.time.advance(5 * 60_000);
    }
    const rows = await outbox.rows();
    expect(rows.map(({ status }) => status)).toEqual(['dead', 'dead']);
    const tries = rows.map((row) => row.tries).toSorted((a, b) => a - b);
    expect(tries[0]).toBeLessThanOrEqual(3);
    expect(tries[1]).toBeGreaterThan(20);
    expect(tries[1]).toBeLessThan(35);
    sink.mood = 'takes';
    await outbox.send();
    expect(sink.taken).toEqual([]);
  });

  test('gets a mail from another node when the first one died with it', async () => {
    sink.mood = 'stalls after the mail';
    await outbox.box.post('dana@example.com', letter);
    outbox.nodes[0].wake();
    await until('the mail to be on its way', () => sink.seen() > 0);
    // The first node holds it: the second one leaves it alone, until the first was silent for too long.
    outbox.nodes[1].wake();
    await outbox.nodes[1].settled();
    expect(await outbox.rows()).toMatchObject([{ status: 'queued', tries: 1 }]);
    sink.mood = 'takes';
    await outbox.time.advance(61_000);
    outbox.nodes[1].wake();
    await outbox.nodes[1].settled();
    await outbox.nodes[0].settled();
    expect(sink.taken).toHaveLength(1);
    // What the first node learned too late changes nothing.
    expect(await outbox.rows()).toMatchObject([{ status: 'sent', tries: 2, last_error: null }]);
  });

  test('gets no mail that was sealed under another secret', async () => {
    await outbox.box.post('dana@example.com', letter);
    await outbox.db.prisma.mail.updateMany({
      data: { facts: 'bm90IG91cnMsIGJ1dCBsb25nIGVub3VnaCBmb3IgYSB0YWc' },
    });
    await outbox.send();
    expect(await outbox.rows()).toMatchObject([
      { status: 'dead', last_error: 'it was sealed under another SECRET' },
    ]);
    expect(sink.taken).toEqual([]);
  });
});

test('a mail that has left while the database was away is marked once it is back, and does not leave again', async () => {
  const sink = await openMailSink();
  const waiting: (() => void)[] = [];
  const after = (_ms: number, run: () => void) => {
    waiting.push(run);
    return () => undefined;
  };
  const outbox = await openOutbox(() => smtpMailer({ smtpUrl: sink.url, from }), { ...systemClock, after });
  await outbox.box.post('dana@example.com', letter);
  sink.onTaken = async () => {
    await outbox.db.rows(sql`ALTER TABLE mails RENAME TO mails_away`);
  };
  const [node] = outbox.nodes;
  node.wake();
  await until('a mark that could not be made', () => waiting.length > 0);
  await outbox.db.rows(sql`ALTER TABLE mails_away RENAME TO mails`);
  for (const run of waiting.splice(0)) run();
  await node.settled();
  expect(await outbox.rows()).toMatchObject([{ status: 'sent', tries: 1, facts: null }]);
  await outbox.time.advance(61_000);
  await outbox.send();
  expect(sink.taken).toHaveLength(1);
  await outbox.close();
  await sink.close();
});
