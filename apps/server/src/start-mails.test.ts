import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMails } from './start-mails.ts';
import { type Floor, openFloor } from './testing/floor.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

/** What is said at the start, and whether kept mails are shown. */
function start(smtpUrl: string | null, isKept: boolean) {
  const said: unknown[] = [];
  const log = { warn: (words: unknown) => void said.push(words) };
  const config = {
    mail: { smtpUrl, from: 'desk@example.com', isKept },
    http: { host: '127.0.0.1', port: 0, publicUrl: isKept ? null : 'https://desk.example.com' },
  };
  const { kept } = startMails({ ...floor.app, config, log, onTrouble: () => undefined });
  return { said, isShown: kept !== null };
}

test('in production without a provider of mails the log says so plainly; elsewhere it has nothing to say', () => {
  const { said, isShown } = start(null, false);
  expect(said).toEqual([expect.stringContaining('no mail leaves this server: SMTP_URL is not set')]);
  expect(isShown).toBe(false);
  expect(start('smtp://127.0.0.1:1', false)).toEqual({ said: [], isShown: false });
  expect(start(null, true)).toEqual({ said: [], isShown: true });
});
