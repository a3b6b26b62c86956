import { describe, expect, test } from 'vitest';
import { heardIn } from './testing/heard.ts';

const ask = 'rep: What email address should I use?';

const spoken: readonly (readonly [string, readonly string[], string | null])[] = [
  ['with dot and at', [ask, 'dana dot reyes at gmail dot com'], 'dana.reyes@gmail.com'],
  ['in two words', [ask, "it's dana reyes at yahoo dot com, all one word"], 'danareyes@yahoo.com'],
  ['with digits', [ask, "That's big underscore joe seven two at hotmail dot com."], 'big_joe72@hotmail.com'],
  ['with a dash', [ask, 'info at blue dash bird dot org'], 'info@blue-bird.org'],
  ['with a company of several words', [ask, 'tom at blue bird plumbing dot com'], 'tom@bluebirdplumbing.com'],
  ['spelled', [ask, "it's r e y e s at gmail dot com"], 'reyes@gmail.com'],
  ['spelled with words', [ask, 'd as in dog, b as in boy, smith at aol dot com'], 'dbsmith@aol.com'],
  ['with double u', [ask, 'double u kim at icloud dot com'], 'wkim@icloud.com'],
  [
    'with a spelling behind the word',
    [ask, "dana dot rayes, that's R-E-Y-E-S, at gmail dot com"],
    'dana.reyes@gmail.com',
  ],
  [
    'spelled afterwards',
    [ask, 'dana dot raise at gmail dot com. Reyes is R-E-Y-E-S.'],
    'dana.reyes@gmail.com',
  ],
  [
    'written by the machine',
    [ask, 'Sure, dana.reyes+home@mail.example.co.uk is best.'],
    'dana.reyes+home@mail.example.co.uk',
  ],
  ['at a provider without its ending', [ask, 'dana dot reyes at gmail, please'], 'dana.reyes@gmail.com'],
  ['over turns', [ask, 'okay, dana dot reyes', 'rep: mm-hm', 'at gmail dot com'], 'dana.reyes@gmail.com'],
  [
    'with the domain put right',
    [ask, 'dana dot reyes at gmail dot com, no, sorry, at yahoo dot com'],
    'dana.reyes@yahoo.com',
  ],
  [
    'with digits put right',
    [ask, 'dana eight two, no, sorry, eight three at gmail dot com'],
    'dana83@gmail.com',
  ],
  [
    'with digits put right later',
    [ask, 'dana eight two at gmail dot com', 'rep: dana eight two at gmail dot com?', 'No, eight three.'],
    'dana83@gmail.com',
  ],
  [
    'with the ending put right',
    [ask, 'dana at example dot com', 'rep: dana at example dot com.', "No, it's dot net."],
    'dana@example.net',
  ],
  [
    'with not this but that',
    [ask, 'dana dot smith at gmail dot com', 'rep: Okay, smith.', 'Not smith, smyth.'],
    'dana.smyth@gmail.com',
  ],
  [
    'confirmed after a read-back',
    [ask, 'dana dot rays at gmail dot com', 'rep: So dana dot reyes at gmail dot com?', 'Yes.'],
    'dana.reyes@gmail.com',
  ],
  [
    'taken back',
    [ask, 'dana dot reyes at gmail dot com', 'rep: Okay.', "Actually, don't use that email."],
    null,
  ],
  ['none', [ask, "No, a text is fine. I'm at home."], null],
  ['a shop on the web', ['I looked at amazon dot com and you can order at home depot dot com.'], null],
  ['a time', [ask, "I'd rather be called at nine."], null],
];

describe('an email address', () => {
  test.each(spoken)('%s', (_, lines, email) => {
    expect(heardIn('email', lines)?.value ?? null).toBe(email);
  });

  test('comes with the words it was heard in', () => {
    expect(heardIn('email', [ask, "Sure, it's dana dot reyes at gmail dot com."])?.words).toBe(
      'dana dot reyes at gmail dot com',
    );
  });
});
