import { Role } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { everyLetter } from '../../testing/letters.ts';
import { strangersWords } from './strangers-words.ts';
import { createWrite } from './write.ts';

const write = createWrite(null);
const titled = everyLetter('Dana Reyes').map((letter) => [letter.kind, letter] as const);

describe('each mail', () => {
  it.each(titled)(
    '%s says what happened, when, from where, and what to do if it was somebody else',
    (_, letter) => {
      const { subject, text, html } = write(letter);
      expect(subject.length).toBeLessThan(60);
      expect(text).toMatch(
        /If (it was not you|you did not ask for this|this is a surprise|you do not know the device)/,
      );
      if ('at' in letter) expect(text).toContain('When: Monday 5 January 2026, 09:00 UTC');
      if ('by' in letter) {
        expect(text).toContain('By: Alex Kim');
        expect(text).not.toContain(letter.address);
      } else if ('device' in letter) {
        expect(text).toContain('Device: Chrome on Windows');
        expect(text).toContain('Address: 203.0.113.7');
      }
      // What is read as text is read as HTML too.
      const shown = html.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
      for (const line of text.split('\n').filter((it) => it !== '' && !it.includes(': ')))
        expect(shown).toContain(line.trim().replaceAll('&', '&amp;'));
    },
  );

  it.each(titled)('%s has nothing to click, to fetch or to run', (_, letter) => {
    const { text, html } = write(letter);
    expect(html).not.toMatch(/<a\b|<img|<link|<script|<form|href|src=|url\(|https?:/);
    expect(text).not.toMatch(/https?:/);
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('shows a code once in each form, large and to be selected at a click, and six digits nowhere else', () => {
    for (const [, letter] of titled) {
      const { text, html } = write(letter);
      const code = 'code' in letter ? [letter.code] : [];
      expect(text.match(/\d{6}/g) ?? []).toEqual(code);
      expect(html.replaceAll(/#[0-9a-f]{6}/g, '').match(/\d{6}/g) ?? []).toEqual(code);
      if ('code' in letter) expect(html).toMatch(new RegExp(`34px[^>]*user-select: all">${letter.code}<`));
      expect(write(letter).subject).not.toMatch(/\d/);
    }
  });

  it('names each role', () => {
    const said = Role.options.map(
      (role) => write(everyLetter('Dana', role).find(({ kind }) => kind === 'role-changed') ?? never()).text,
    );
    expect(said.map((text) => /You are (.*) now/.exec(text)?.[1])).toEqual([
      'a rep',
      'a clinician',
      'a supervisor',
      'an admin',
    ]);
  });

  it('does not greet by name before an address is proven: the name may be somebody’s message to its owner', () => {
    const [verify] = everyLetter('Buy my pills');
    expect(write(verify ?? never()).text).not.toContain('pills');
  });

  it('shows the address of the desk where it is configured', () => {
    const { text, html } = createWrite('https://desk.example.com')(everyLetter('Dana')[0] ?? never());
    expect(text).toContain('https://desk.example.com');
    expect(html).toContain('https://desk.example.com');
  });
});

describe('words of strangers', () => {
  it.each([
    ['Dana Reyes', 'Dana Reyes'],
    ['  Dr. J. R. O’Neill-Åse  ', 'Dr. J. R. O’Neill-Åse'],
    ['a\r\nb\tc\u0000\u001b[31md', 'abc[31md'],
    ['\u202eabc\u2066\u200f\ufeff', 'abc'],
    ['see www.evil.example', 'see www evil example'],
    ['evil。example', 'evil example'],
    ['HTTPS://EVIL.example/x?y=1', 'HTTPS EVIL example/x?y=1'],
    ['me@evil.example', 'me evil example'],
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['x'.repeat(500), 'x'.repeat(120)],
    ['\u0000', ''],
  ])('%j become %j', (given, shown) => {
    expect(strangersWords(given)).toBe(shown);
  });
});

function never(): never {
  throw new Error('no such letter');
}
