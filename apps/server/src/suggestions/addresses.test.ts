import { describe, expect, test } from 'vitest';
import { heardIn } from './testing/heard.ts';

const ask = "rep: What's the address there?";

const spoken: readonly (readonly [string, readonly string[], string | null])[] = [
  [
    'in one breath',
    [ask, 'Twelve forty-two Oak Street, apartment three B, Springfield, Illinois, six two seven oh one.'],
    '1242 Oak Street, Apt 3B, Springfield, IL 62701',
  ],
  [
    'without commas',
    [ask, "it's twelve forty two oak street apartment three b springfield illinois six two seven oh one"],
    '1242 Oak Street, Apt 3B, Springfield, IL 62701',
  ],
  [
    'written by the machine',
    [ask, "It's 1242 Oak St., Apt 3B, Springfield, IL 62701."],
    '1242 Oak Street, Apt 3B, Springfield, IL 62701',
  ],
  ['with a direction', [ask, 'Nine hundred North Main Street in Salem.'], '900 North Main Street, Salem'],
  ['with a numbered street', [ask, 'Fifteen twenty-second Avenue.'], '15 22nd Avenue'],
  ['on a first street', [ask, 'Two oh six First Street, Ashland, Oregon.'], '206 First Street, Ashland, OR'],
  ['in thousands', [ask, 'ten thousand five hundred lakeview boulevard'], '10500 Lakeview Boulevard'],
  [
    'on a county road',
    [ask, 'Forty-two ten County Road Twelve, outside Milton.'],
    '4210 County Road 12, Milton',
  ],
  ['on a street without an ending', [ask, '88 Broadway, New York, New York.'], '88 Broadway, New York, NY'],
  [
    'in small pieces',
    [
      ask,
      'Seventeen Elm Court.',
      'rep: Which city?',
      'Franklin, Tennessee.',
      'rep: And the zip?',
      'Three seven oh six four.',
    ],
    '17 Elm Court, Franklin, TN 37064',
  ],
  [
    'with a unit that is asked for',
    [
      ask,
      'Seventeen Elm Court in Franklin.',
      'rep: Is there an apartment number?',
      'Yes, unit twelve oh four.',
    ],
    '17 Elm Court, Unit 1204, Franklin',
  ],
  [
    'with a bare unit',
    [ask, 'Seventeen Elm Court.', 'rep: Apartment number?', 'Four C.'],
    '17 Elm Court, Apt 4C',
  ],
  [
    'over a mm-hm',
    [ask, 'Seventeen', 'rep: mm-hm', 'Elm Court', 'rep: okay', 'in Franklin'],
    '17 Elm Court, Franklin',
  ],
  ['corrected at once', [ask, 'Twelve forty, no, sorry, twelve forty-two Oak Street.'], '1242 Oak Street'],
  [
    'corrected later',
    [ask, 'Twelve forty Oak Street.', 'rep: Twelve forty Oak Street.', 'No, sorry, twelve forty-two.'],
    '1242 Oak Street',
  ],
  [
    'corrected in its last digits',
    [ask, 'Twelve fifty Oak Street.', 'rep: Twelve fifty?', 'No, sorry, fifteen.'],
    '1215 Oak Street',
  ],
  [
    'with its ending put right',
    [ask, 'Twelve forty Maple Drive in Salem.', 'rep: Okay.', "No wait, it's Lane, not Drive."],
    '1240 Maple Lane, Salem',
  ],
  [
    'with its street put right',
    [ask, 'Twelve forty Maple Drive.', 'rep: Maple Drive.', 'Sorry, Marble Drive.'],
    '1240 Marble Drive',
  ],
  [
    'with the zip put right',
    [
      ask,
      'Twelve forty Maple Drive, Salem, Oregon, nine seven three oh one.',
      'rep: Got it.',
      'Sorry, the zip is nine seven three oh two.',
    ],
    '1240 Maple Drive, Salem, OR 97302',
  ],
  [
    'not asked for',
    ['My sink is leaking, I live at 45 Juniper Lane in Bristol, Connecticut.'],
    '45 Juniper Lane, Bristol, CT',
  ],
  ['of a pharmacy', ['rep: Which pharmacy?', 'The one at 200 Mill Road.'], null],
  ['a street alone', ['It is near the corner of Oak Street.'], null],
  ['minutes on the way', [ask, "I'm about ten minutes out, still on the road."], null],
];

describe('an address', () => {
  test.each(spoken)('%s', (_, lines, address) => {
    expect(heardIn('address', lines)?.text ?? null).toBe(address);
  });

  test('comes in its parts', () => {
    const heard = heardIn('address', [ask, 'Seventeen Elm Court, apartment two, Franklin, Tennessee.']);
    expect(heard).toMatchObject({
      value: { street: '17 Elm Court', unit: 'Apt 2', city: 'Franklin', state: 'TN', zip: null },
      words: 'Seventeen Elm Court, apartment two, Franklin, Tennessee',
    });
  });
});
