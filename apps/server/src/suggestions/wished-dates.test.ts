import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { conversationOf, heardIn } from './testing/heard.ts';

const ask = 'rep: When would you like us to come?';

/** Day, from, to; heard on Thursday, March 5. */
const spoken: readonly (readonly [string, readonly string[], string | null])[] = [
  ['next Tuesday after four', [ask, 'Next Tuesday after four.'], '2026-03-10 16:00-'],
  ['tomorrow morning', [ask, 'tomorrow morning if you can'], '2026-03-06 08:00-12:00'],
  ['a weekday alone', [ask, 'Could you do Monday?'], '2026-03-09 -'],
  ['the same weekday', [ask, 'Thursday would be good.'], '2026-03-12 -'],
  ['a day of the month', [ask, 'The twenty-first between nine and eleven.'], '2026-03-21 09:00-11:00'],
  ['a day of the next month', [ask, 'How about the third, in the afternoon?'], '2026-04-03 12:00-17:00'],
  ['a date with its month', [ask, 'April second at ten thirty.'], '2026-04-02 10:30-'],
  ['a date the other way round', [ask, 'the second of April, before noon'], '2026-04-02 -12:00'],
  ['a week from Monday', [ask, 'A week from Monday, any time.'], '2026-03-16 -'],
  ['Tuesday of next week', [ask, 'maybe tuesday of next week around two'], '2026-03-10 14:00-'],
  ['in two weeks', [ask, 'In two weeks would be fine.'], '2026-03-19 -'],
  ['three days from now', [ask, 'Three days from now, in the evening.'], '2026-03-08 17:00-20:00'],
  ['two days to choose from', [ask, 'Tuesday or Wednesday, whatever you have.'], '2026-03-10 -'],
  ['between ten and two', [ask, 'Friday between ten and two'], '2026-03-06 10:00-14:00'],
  ['five to seven', [ask, 'Friday, five to seven.'], '2026-03-06 17:00-19:00'],
  ['half past four', [ask, 'Friday at half past four.'], '2026-03-06 16:30-'],
  ['with pm', [ask, 'Friday at 7 pm.'], '2026-03-06 19:00-'],
  ['eight in the evening', [ask, 'Friday after eight in the evening.'], '2026-03-06 20:00-'],
  ['not before ten', [ask, 'Monday, but not before ten.'], '2026-03-09 10:00-'],
  ['no later than three', [ask, 'Monday, no later than three.'], '2026-03-09 -15:00'],
  ['today', [ask, 'Today, as soon as possible.'], '2026-03-05 -'],
  ['right away', ['rep: How soon do you need somebody?', 'Right away, please.'], '2026-03-05 -'],
  ['this afternoon', [ask, 'This afternoon would be perfect.'], '2026-03-05 12:00-17:00'],
  ['a day that is excluded', [ask, 'Any day but Friday.'], null],
  ['one day and not another', [ask, 'Not Monday. Tuesday works.'], '2026-03-10 -'],
  ['a day that does not work', [ask, "Monday doesn't work, but Wednesday does."], '2026-03-11 -'],
  ['corrected at once', [ask, 'Tuesday, no, sorry, Wednesday after three.'], '2026-03-11 15:00-'],
  [
    'corrected later',
    [ask, 'Tuesday after three.', 'rep: Tuesday, okay.', 'No wait, make that Wednesday.'],
    '2026-03-11 15:00-',
  ],
  [
    'taken back',
    [ask, 'Tuesday after three.', 'rep: Okay, Tuesday.', "Oh, Tuesday won't work, I'll call again."],
    null,
  ],
  [
    'a time that is asked for afterwards',
    [ask, 'Next Wednesday.', 'rep: What time?', 'After one.'],
    '2026-03-11 13:00-',
  ],
  ['not asked for', ['My furnace is out, could somebody come by tomorrow before ten?'], '2026-03-06 -10:00'],
  ['a birthday', ["rep: What's your date of birth?", 'March third, nineteen eighty-two.'], null],
  ['what happened', ['I called last Tuesday, and on Monday it broke again.'], null],
  ['an appointment that stands', ["I have an appointment tomorrow at ten and I can't make it."], null],
  ['how long it lasts', ['rep: Since when do you have it?', 'For two weeks, since Monday.'], null],
];

describe('a wished time', () => {
  test.each(spoken)('%s', (_, lines, meant) => {
    const heard = heardIn('wishedDate', lines)?.value;
    const told = heard === undefined ? null : `${heard.date ?? ''} ${heard.from ?? ''}-${heard.to ?? ''}`;
    expect(told).toBe(meant);
  });

  test('is an instant of the zone on both sides of the change to daylight saving', () => {
    expect(heardIn('wishedDate', [ask, 'Tomorrow at nine.'])?.value.start).toBe('2026-03-06T16:00:00.000Z');
    expect(heardIn('wishedDate', [ask, 'Monday between nine and ten.'])?.value).toMatchObject({
      start: '2026-03-09T15:00:00.000Z',
      end: '2026-03-09T16:00:00.000Z',
    });
  });

  test('counts from the day it is where the caller lives', () => {
    const lateEvening = new Date('2026-03-06T05:30:00Z');
    const [heard] = recognise(conversationOf([ask, 'Tomorrow morning.'], lateEvening));
    expect(heard).toMatchObject({
      field: 'wishedDate',
      value: { date: '2026-03-06' },
      text: 'Friday, March 6, 8:00 AM to 12:00 PM',
    });
  });
});
