import { describe, expect, test } from 'vitest';
import { heardIn } from './testing/heard.ts';

const ask = 'rep: What is a good number for you?';

const spoken: readonly (readonly [string, readonly string[], string | null])[] = [
  ['digit by digit', [ask, 'five one two, five five five, oh one two three'], '+15125550123'],
  ['with pairs', [ask, 'yeah four one five, five fifty-five, zero one thirty-two'], '+14155550132'],
  ['with double and triple', [ask, 'two oh six triple five oh one double nine'], '+12065550199'],
  [
    'with an area code',
    [ask, "Area code seven one eight, then it's five five five oh one four four."],
    '+17185550144',
  ],
  ['with hundred', [ask, 'eight hundred, five five five, zero one one two'], '+18005550112'],
  ['with thousand', [ask, 'seven two oh, five five five, five thousand'], '+17205555000'],
  ['with a one before it', [ask, 'One, three oh three, five five five, oh one seven seven.'], '+13035550177'],
  [
    'with the country code of another country',
    [ask, "it's plus four four, two oh, seven nine four six, oh nine five eight"],
    '+442079460958',
  ],
  ['written by the machine', [ask, "Sure, it's (303) 555-0142."], '+13035550142'],
  ['written without signs', ['You can call me on 3035550142, any time.'], '+13035550142'],
  [
    'over turns, with a mm-hm',
    [ask, 'okay so three oh three', 'rep: mm-hm', 'five five five', 'rep: uh huh', 'oh one eight one'],
    '+13035550181',
  ],
  [
    'over turns that are repeated',
    [
      ask,
      "It's nine seven oh.",
      'rep: Nine seven oh.',
      'Five five five.',
      'rep: Five five five.',
      'Oh one six two.',
    ],
    '+19705550162',
  ],
  [
    'with another question between',
    [ask, 'three oh three five five five', 'rep: Okay, and the rest of it?', 'oh one eight one'],
    '+13035550181',
  ],
  [
    'with the area code last',
    [
      ask,
      "It's five five five, oh one two eight.",
      'rep: And the area code?',
      'That would be three oh three.',
    ],
    '+13035550128',
  ],
  [
    'with ums and dashes',
    [ask, 'um seven two oh dash five five five dash uh oh one one nine'],
    '+17205550119',
  ],
  [
    'corrected at once',
    [ask, 'three oh three, five five five, oh one fifty, no, sorry, fifteen', 'rep: Okay.'],
    '+13035550115',
  ],
  [
    'corrected in the middle',
    [ask, 'Three oh three, five five six, wait, no, five five five, oh one fifteen.'],
    '+13035550115',
  ],
  [
    'started over',
    [
      ask,
      'Three oh three, five five... scratch that, use my cell, seven two oh, five five five, oh one oh four.',
    ],
    '+17205550104',
  ],
  [
    'read back wrong and put right',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: So three oh three, five five five, oh one fifty?',
      'No, one five.',
    ],
    '+13035550115',
  ],
  [
    'with the last digits put right',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Three oh three, five five five, oh one fifteen.',
      'Hmm, actually the last two digits are one six.',
    ],
    '+13035550116',
  ],
  [
    'with the ending put right',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Got it.',
      'Sorry, it ends in zero one one eight.',
    ],
    '+13035550118',
  ],
  [
    'with the area code put right',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Okay, three oh three?',
      'No wait, the area code is seven two oh.',
    ],
    '+17205550115',
  ],
  [
    'read back right where it was said wrong',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: I have three oh three, five five five, oh one sixteen on file?',
      "Yes, that's right.",
    ],
    '+13035550116',
  ],
  [
    'replaced by a later one',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Thanks.',
      'Actually, better use my work cell, seven two oh, five five five, oh one sixty.',
    ],
    '+17205550160',
  ],
  [
    'taken back',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Okay.',
      "Actually, don't use that number.",
    ],
    null,
  ],
  [
    'given beside a husband’s',
    [
      ask,
      "Three oh three, five five five, oh one fifteen. And my husband's number is seven two oh, five five five, oh one sixty.",
    ],
    '+13035550115',
  ],
  [
    'not asked for',
    ['Hi, if we get cut off, call me back at three oh three, five five five, oh one fifteen.'],
    '+13035550115',
  ],
  [
    'an order number',
    ['rep: Can I have the order number?', 'three three four eight nine one seven five oh two'],
    null,
  ],
  [
    'an account number that is named',
    [ask, 'My account number is three three four eight nine one seven five oh two.'],
    null,
  ],
  ['too few digits', [ask, 'five five five oh one two three'], null],
  ['no number that exists', [ask, 'one one one, two two two, three three three three'], null],
  [
    'a blood pressure and a house number',
    ['It says one forty two over ninety one, and I live at forty-two eleven Maple Drive.'],
    null,
  ],
  [
    'with an extension',
    [ask, "It's three oh three, five five five, oh one fifteen, extension twelve."],
    '+13035550115;ext=12',
  ],
  [
    'with an extension in digits',
    [ask, 'Sure, (303) 555-0115, ext. 4021.', 'rep: Thanks, (303) 555-0115.'],
    '+13035550115;ext=4021',
  ],
  [
    'with an extension that is asked for',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Is there an extension?',
      'Yes, one oh two.',
    ],
    '+13035550115;ext=102',
  ],
  [
    'with an extension, put right',
    [
      ask,
      'Three oh three, five five five, oh one fifteen, extension twelve.',
      'rep: Okay.',
      'Sorry, the extension is one three.',
    ],
    '+13035550115;ext=13',
  ],
  [
    'with no extension, where one is asked for',
    [
      ask,
      'Three oh three, five five five, oh one fifteen.',
      'rep: Any extension?',
      'No.',
      'I have two dogs.',
    ],
    '+13035550115',
  ],
  [
    'with an extension of a number of digits that no extension has',
    [ask, 'Three oh three, five five five, oh one fifteen, extension 123456789.'],
    '+13035550115',
  ],
  [
    'replaced by another, the extension of the first one is gone',
    [
      ask,
      'Three oh three, five five five, oh one fifteen, extension twelve.',
      'rep: Thanks.',
      'Actually, better use my cell, seven two oh, five five five, oh one sixty.',
    ],
    '+17205550160',
  ],
  [
    'and an extension cord',
    [
      'rep: What happened?',
      'The extension 12 feet long burned. Call me at three oh three, five five five, oh one fifteen.',
    ],
    '+13035550115',
  ],
  [
    'an exclamation',
    [ask, "Oh, one moment. Oh, it's three oh three, five five five, oh one fifteen."],
    '+13035550115',
  ],
];

describe('a telephone number', () => {
  test.each(spoken)('%s', (_, lines, number) => {
    expect(heardIn('phone', lines)?.value ?? null).toBe(number);
  });

  test('with an extension is shown with it, and keeps the words of both', () => {
    const heard = heardIn('phone', [
      ask,
      'Three oh three, five five five, oh one fifteen, extension twelve.',
    ]);
    expect(heard).toMatchObject({
      text: '(303) 555-0115 ext. 12',
      words: 'Three oh three, five five five, oh one fifteen … twelve',
    });
  });

  test('is shown as people write it, with the words it came from', () => {
    const heard = heardIn('phone', [
      ask,
      "It's three oh three, five five five, oh one fifty, no, sorry, fifteen.",
    ]);
    expect(heard).toMatchObject({
      text: '(303) 555-0115',
      words: 'three oh three, five five five, oh one fifty … fifteen',
    });
  });

  test('is surer once a rep has read it back', () => {
    const said = [ask, 'three oh three, five five five, oh one fifteen'];
    const readBack = [...said, 'rep: Three oh three, five five five, oh one fifteen.', 'Yes.'];
    expect(heardIn('phone', readBack)?.confidence).toBeGreaterThan(heardIn('phone', said)?.confidence ?? 1);
  });
});
