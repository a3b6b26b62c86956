import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { conversationOf } from './testing/heard.ts';

const shared = new URL('../../../../../shared/data/', import.meta.url);
const mts = new URL('mts-dialog/validation.csv', shared);
const abcd = new URL('abcd/abcd_sample.json', shared);

/** Lines of `Doctor: …` and others as turns of a rep and a caller. */
function turnsOf(text: string, rep: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `${line.startsWith(rep) ? 'rep' : 'caller'}: ${line.replace(/^\w+:\s*/, '')}`);
}

describe.skipIf(!existsSync(mts))(
  'in talks of doctors and patients (skipped where ../shared/data is absent)',
  () => {
    test('nobody gives a name, number, address or wished day to be written down, and none is suggested', () => {
      const rows = readFileSync(mts, 'utf8')
        .split(/^(?=[0-9]+,[A-Z/_]+,)/m)
        .slice(1);
      const dialogues = rows.map((row) => row.slice(row.search(/(?:Doctor|Patient)[a-z_]*:/)));
      expect(dialogues.length).toBe(100);
      const suggested = dialogues.flatMap((text) => recognise(conversationOf(turnsOf(text, 'Doctor'))));
      expect(suggested.filter(({ field }) => field !== 'problem').map(({ words }) => words)).toEqual([]);
    });
  },
);

describe.skipIf(!existsSync(abcd))('in chats with a shop (skipped where ../shared/data is absent)', () => {
  test('names and emails are suggested, order numbers are not', () => {
    const chats = JSON.parse(readFileSync(abcd, 'utf8')) as { original: [string, string][] }[];
    const suggested = chats.map(({ original }) => {
      const turns = original
        .filter(([who]) => who !== 'action')
        .map(([who, text]) => `${who === 'agent' ? 'rep' : 'caller'}: ${text}`);
      return recognise(conversationOf(turns))
        .filter(({ field }) => field !== 'problem')
        .map(({ text }) => text);
    });
    expect(suggested).toEqual([
      ['Crystal Minh', 'cminh730@email.com'],
      ['Alessandro Phoenix', 'aphoenix939@email.com'],
      [],
    ]);
  });
});
