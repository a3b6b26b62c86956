import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { conversationOf } from './testing/heard.ts';

/** Each row is what is heard on Thursday, March 5, and all that should be believed. */
type Row = readonly [lines: readonly string[], believed: readonly string[]];

const askDay = 'rep: When should we come?';

const counted: readonly Row[] = [
  [[askDay, 'Monday is bad. Rather the day after.'], ['Tuesday, March 10']],
  [['rep: I could do Friday.', 'Not Friday. The Monday after that.'], ['Monday, March 9']],
  [['rep: Tuesday the tenth is full.', 'rep: When else?', 'A week later, then.'], ['Tuesday, March 17']],
  [[askDay, 'The day before Monday.'], ['Sunday, March 8']],
  [['rep: Does the twelfth suit you?', 'The day before would be better.'], ['Wednesday, March 11']],
  [
    [askDay, 'Monday at two.', 'rep: Monday is full. Wednesday?', 'Same time, yes.'],
    ['Wednesday, March 11, from 2:00 PM'],
  ],
  // Nobody has named a day that could be counted from.
  [[askDay, 'Oh, the day after.'], []],
];

const named: readonly Row[] = [
  [[askDay, 'The first Monday in April.'], ['Monday, April 6']],
  [[askDay, 'the last friday of the month after two'], ['Friday, March 27, from 2:00 PM']],
  [[askDay, 'The second Tuesday of next month.'], ['Tuesday, April 14']],
  [[askDay, 'The first Monday of the month.'], ['Monday, April 6']],
  [[askDay, 'The day before Memorial Day.'], ['Sunday, May 24']],
  [[askDay, 'The Friday after Thanksgiving, in the morning.'], ['Friday, November 27, 8:00 AM to 12:00 PM']],
  [[askDay, "New Year's Eve would be fine."], ['Thursday, December 31']],
  [[askDay, "Sunday is Mother's Day. Monday?"], ['Monday, March 9']],
  [['My heat has been out since Christmas, could somebody come tomorrow?'], ['Friday, March 6']],
];

const otherwise: readonly Row[] = [
  [[askDay, "Saturday's my sister's wedding, so Sunday."], ['Sunday, March 8']],
  [[askDay, 'monday and tuesday we are in dallas wednesday works'], ['Wednesday, March 11']],
  [[askDay, 'friday i have school but sunday is fine'], ['Sunday, March 8']],
  [[askDay, 'Friday I have off, after nine.'], ['Friday, March 6, from 9:00 AM']],
  [[askDay, 'Could they come at four on Monday, I work that day.'], ['Monday, March 9, from 4:00 PM']],
  [[askDay, 'The lease ends on the twentieth, so the nineteenth.'], ['Thursday, March 19']],
];

const reasons: readonly Row[] = [
  [[askDay, 'Tuesday around nine, my shift starts at eleven.'], ['Tuesday, March 10, from 9:00 AM']],
  [[askDay, "Tuesday. I'm up at six, but ten o'clock will do."], ['Tuesday, March 10, from 10:00 AM']],
  [[askDay, 'Tuesday, not noon, by eleven.'], ['Tuesday, March 10, before 11:00 AM']],
  [
    [askDay, 'Tuesday.', 'rep: I have nine thirty.', "Nine thirty I'm teaching. Anything at four?"],
    ['Tuesday, March 10, from 4:00 PM'],
  ],
  [[askDay, 'Tuesday at seven sharp.'], ['Tuesday, March 10, from 7:00 AM']],
];

const offered: readonly Row[] = [
  [
    [
      askDay,
      'How about Tuesday?',
      'rep: Tuesday I only have the morning. Nine to eleven?',
      'Nine to eleven, sure.',
    ],
    ['Tuesday, March 10, 9:00 AM to 11:00 AM'],
  ],
  [[askDay, 'March 9.', 'rep: 3/9 is full, sorry. 3/11?', 'Okay.'], ['Wednesday, March 11']],
  [['Are you open on Saturdays?', 'rep: Saturdays until noon.', "Perfect, I'll tell my wife."], []],
  [['rep: Good afternoon.', 'Good afternoon.'], []],
  [['rep: So you need somebody right away?', 'Yes, right away.'], ['Thursday, March 5']],
];

/** Numbers that are no time of day. */
const numbers: readonly Row[] = [
  [[askDay, 'Tuesday, and it is unit three, room two oh five.'], ['Tuesday, March 10']],
  [[askDay, 'Tuesday.', 'rep: And the zip?', 'eight four four three two'], ['Tuesday, March 10']],
];

describe.each([
  ['a day that is counted from another', counted],
  ['a day that the calendar names', named],
  ['a day with something else on it', otherwise],
  ['a time that is only a reason', reasons],
  ['what a rep offers', offered],
  ['a number', numbers],
] as const)('%s', (_, rows) => {
  test.each(rows)('%j', (lines, believed) => {
    const told = recognise(conversationOf(lines)).filter(({ field }) => field === 'wishedDate');
    expect(told.map(({ text }) => text)).toEqual(believed);
  });
});
