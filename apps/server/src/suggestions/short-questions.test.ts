import { describe, expect, test } from 'vitest';
import type { Field } from './recognised.ts';
import { heardIn } from './testing/heard.ts';

/** What people say in answer to a short question: each row is what is heard, and what should be believed. */
type Row = readonly [lines: readonly string[], believed: string | null];

const askPhone = 'rep: And a phone number?';
const askEmail = 'rep: What is your email?';
const askName = 'rep: Your name?';
const askAddress = 'rep: What is the address?';
const askDay = 'rep: When would you like us to come?';

const phones: readonly Row[] = [
  [[askPhone, 'Area code four one five, triple seven, oh one two three.'], '(415) 777-0123'],
  [[askPhone, 'it is eight hundred five five five oh one two three'], '(800) 555-0123'],
  [[askPhone, 'three oh three, nine fifty eight, forty four, ninety nine'], '(303) 958-4499'],
  [[askPhone, '303 958', 'rep: uh huh', '4499'], '(303) 958-4499'],
  [[askPhone, "It's 303-958-4499, or you can try my wife at 303-958-1111."], '(303) 958-4499'],
  [[askPhone, 'My work number is 303 958 1111 but my cell is better, 303 958 4499.'], '(303) 958-4499'],
  [['I paid 303 dollars in 2019 and 4499 in 2020.'], null],
  [[askPhone, 'Same number I am calling from.'], null],
  [
    [askPhone, 'three o three nine five eight four four nine nine no wait four four nine eight'],
    '(303) 958-4498',
  ],
  [[askPhone, '(303)9584499'], '(303) 958-4499'],
  [
    [askPhone, 'Nine five eight, forty four ninety nine.', 'rep: And the area code?', 'Three oh three.'],
    '(303) 958-4499',
  ],
  [[askPhone, '3 0 3 9 5 8 4 4 9 9'], '(303) 958-4499'],
  [
    ['rep: Our number is 303 958 7000 if we get cut off.', 'Okay. And mine is 303 958 4499.'],
    '(303) 958-4499',
  ],
  [['rep: You can call us back at 303 958 7000.', 'Okay, thanks.'], null],
  [[askPhone, '303 958 4499. My account number is 1234567890.'], '(303) 958-4499'],
  [[askPhone, 'seven two oh five five five zero one double seven'], '(720) 555-0177'],
  [[askPhone, '7 2 0. Five five five. Zero one seven seven.'], '(720) 555-0177'],
];

const emails: readonly Row[] = [
  [[askEmail, 'j as in john, smith, eighty four, at g mail dot com'], 'jsmith84@gmail.com'],
  [[askEmail, 'It is kaylee k a y l e e dot moss at hotmail dot com'], 'kaylee.moss@hotmail.com'],
  [[askEmail, 'the number four moss at aol dot com'], '4moss@aol.com'],
  [[askEmail, 'Info at moss plumbing supply dot com.'], 'info@mossplumbingsupply.com'],
  [[askEmail, 'moss dot kay at ucla dot e d u'], 'moss.kay@ucla.edu'],
  [[askEmail, 'k moss two zero zero one at gmail.'], 'kmoss2001@gmail.com'],
  [
    [askEmail, 'kmoss at gmail', 'rep: kmoss at gmail dot com?', 'No, kaymoss at gmail dot com.'],
    'kaymoss@gmail.com',
  ],
  [[askEmail, 'k underscore moss, that is M O S S, at msn dot com'], 'k_moss@msn.com'],
  [[askEmail, "I don't have one."], null],
  [["I'm at home at the moment, dot."], null],
  [['Just send it to kay@moss.co.uk please.'], 'kay@moss.co.uk'],
  [['rep: You can write to us at help@ringdesk.example.', 'Okay I will.'], null],
  [[askEmail, 'it is k hyphen moss at sbcglobal dot net'], 'k-moss@sbcglobal.net'],
  [
    [askEmail, 'kay dot moss at gmail dot com no sorry kay dot moss at outlook dot com'],
    'kay.moss@outlook.com',
  ],
];

const names: readonly Row[] = [
  [[askName, 'ingram beatrix ingram'], 'Beatrix Ingram'],
  [[askName, 'Everett St. James.'], 'Everett St James'],
  [[askName, 'Lopez with a z, Rigoberto Lopez.'], 'Rigoberto Lopez'],
  [[askName, "It's Jon Snyder, J-O-N, no H."], 'Jon Snyder'],
  [[askName, 'Smith. S as in Sam, M, I, T, H. First name Adelaide.'], 'Adelaide Smith'],
  [[askName, 'Nguyen Thi Hoa.'], 'Nguyen Thi Hoa'],
  [[askName, "Uh, it's Mr. Rosenbaum."], 'Rosenbaum'],
  [['Hi this is Casimir over on Fifth.'], 'Casimir'],
  [["Hi, I'm calling about my heater."], null],
  [["I'm so frustrated with you people."], null],
  [['This is ridiculous.'], null],
  [['rep: Thanks for calling, this is Amber.', 'Hi Amber, I have a leak.'], null],
  [[askName, 'Do you need my first name too?'], null],
  [[askName, 'Sure. Xiomara.', 'rep: And the last name?', 'Quintanilla.'], 'Xiomara Quintanilla'],
  [[askName, 'Katharine Doyle with a K.'], 'Katharine Doyle'],
  [[askName, 'Catherine Doyle.', 'rep: With a C?', 'No, with a K.'], 'Katherine Doyle'],
  [[askName, "Jean-Luc d'Artagnan"], "Jean-Luc d'Artagnan"],
  [[askName, "O'Shaughnessy, Fiona."], "Fiona O'Shaughnessy"],
  [[askName, 'Is it okay if my husband calls? He is the owner.'], null],
  [[askName, 'The account is under my husband, Lance Petty.'], null],
  [[askName, 'Put it under Petty, Lance Petty.'], 'Lance Petty'],
  [['My dog Rex ate the wire.'], null],
  [['my son Peter has a fever'], null],
  [[askName, 'sue sue henderson'], 'Sue Henderson'],
];

const addresses: readonly Row[] = [
  [[askAddress, 'ten twenty two east grand laramie wyoming'], '1022 East Grand, Laramie, WY'],
  [
    [askAddress, '1609 e sprague ave apt 5c spokane wa 99202'],
    '1609 E Sprague Avenue, Apt 5C, Spokane, WA 99202',
  ],
  [
    [askAddress, 'Forty two fifteen North Federal Boulevard, apartment 3 B as in boy, Denver.'],
    '4215 North Federal Boulevard, Apt 3B, Denver',
  ],
  [[askAddress, 'one two three four main'], '1234 Main'],
  [[askAddress, 'building 4, unit 12, 900 Sherman Street'], '900 Sherman Street, Unit 12'],
  [[askAddress, 'PO box 1123, Pueblo'], null],
  [[askAddress, 'Corner of Fifth and Main.'], null],
  [[askAddress, "It's 900 Sherman, S-H-E-R-M-A-N."], '900 Sherman'],
  [
    [askAddress, 'nine hundred sherman street number four oh two denver colorado eight oh two oh three'],
    '900 Sherman Street, # 402, Denver, CO 80203',
  ],
  [['I paid 900 dollars on Sherman Street.'], null],
  [[askAddress, '900 Sherman Street, no, Sheridan Street.'], '900 Sheridan Street'],
  [[askAddress, 'nine oh one... no, nine ten sherman street'], '910 Sherman Street'],
  [[askAddress, '900 Sherman Street.', 'rep: 900 Sheridan Street?', 'No, Sherman.'], '900 Sherman Street'],
  [[askAddress, '12 E. 14th Avenue'], '12 E 14th Avenue'],
  [[askAddress, 'twelve east fourteenth avenue'], '12 East 14th Avenue'],
  [
    [askAddress, 'It is 3300 South Tamarac Drive, building K, number 205.'],
    '3300 South Tamarac Drive, # 205',
  ],
  [[askAddress, 'Star Route 2, box 14'], null],
  [[askAddress, 'I am at the Hilton downtown.'], null],
  [
    [askAddress, '1 Market Plaza, San Francisco, C A, nine four one oh five'],
    '1 Market Plaza, San Francisco, CA 94105',
  ],
  [['Yeah I live at 82 Bonanza Creek Road.'], '82 Bonanza Creek Road'],
];

const times: readonly Row[] = [
  [[askDay, 'Next Tuesday after four.'], '2026-03-10 16:00-'],
  [[askDay, 'tomorrow between two and four'], '2026-03-06 14:00-16:00'],
  [[askDay, 'The 3rd would be fine.'], '2026-04-03 -'],
  [[askDay, 'In two weeks.'], '2026-03-19 -'],
  [[askDay, 'fifteen... no, sorry, the sixteenth, at nine fifteen'], '2026-03-16 09:15-'],
  [[askDay, 'At ten. No, sorry, fifteen past ten, on Monday.'], '2026-03-09 10:15-'],
  [[askDay, 'Anytime next week except Wednesday.'], null],
  [[askDay, 'I can do Friday from 8 to 12.'], '2026-03-06 08:00-12:00'],
  [[askDay, 'Friday, eight to noon.'], '2026-03-06 08:00-12:00'],
  [[askDay, 'not before the 20th, say the 23rd around 3:30'], '2026-03-23 15:30-'],
  [[askDay, 'March twenty third'], '2026-03-23 -'],
  [[askDay, '3/23 in the PM'], '2026-03-23 12:00-17:00'],
  [[askDay, 'a week from tomorrow'], '2026-03-13 -'],
  [[askDay, 'Tuesday week, first thing.'], '2026-03-17 08:00-10:00'],
  [[askDay, 'tonight if you can'], '2026-03-05 17:00-20:00'],
  [[askDay, 'this afternoon around three'], '2026-03-05 15:00-'],
  [['It has been leaking since last Friday and it was bad on Tuesday.'], null],
  [['rep: When did this start?', 'On Monday after the storm.'], null],
  [['rep: When was your last visit?', 'March third.'], null],
  [
    [askDay, "I'm leaving on Friday so it has to be before that, tomorrow's no good, so today?"],
    '2026-03-05 -',
  ],
  [['rep: Can you do Monday at nine?', 'Nine is too early. Eleven?'], '2026-03-09 11:00-'],
  [['rep: Monday at nine or Tuesday at two?', 'The Tuesday one.'], '2026-03-10 14:00-'],
  [['rep: Monday at nine or Tuesday at two?', 'The second one.'], '2026-03-10 14:00-'],
  [['rep: I have Monday at nine.', 'No, that does not work.'], null],
  [['rep: I have Monday at nine.', 'Okay.'], '2026-03-09 09:00-'],
  [[askDay, 'half past two on the twelfth'], '2026-03-12 14:30-'],
  [[askDay, 'Could I get like a Thursday or Friday, mid morning?'], '2026-03-12 10:00-12:00'],
  [[askDay, 'as late as possible on Monday, I work til six'], '2026-03-09 -'],
];

const problems: readonly Row[] = [
  [['my disposal is humming and wont spin'], 'appliance'],
  [['the breaker keeps tripping'], 'electrical'],
  [['we have ants everywhere in the kitchen'], 'pests'],
  [['i need to cancel my appointment tomorrow'], 'appointment change'],
  [['The commode will not flush'], 'clogged drain'],
  [['There is no heat in the house'], 'heating'],
  [['The house is freezing, the heater is not coming on'], 'heating'],
  [['our a.c. is blowing hot air'], 'air conditioning'],
];

function believedOf(field: Exclude<Field, 'wishedDate'>, lines: readonly string[]): string | null {
  const heard = heardIn(field, lines);
  return (heard?.field === 'problem' ? heard.value : heard?.text) ?? null;
}

describe('asked in a few words', () => {
  test.each(phones)('a number: %j', (lines, believed) => {
    expect(believedOf('phone', lines)).toBe(believed);
  });

  test.each(emails)('an email address: %j', (lines, believed) => {
    expect(believedOf('email', lines)).toBe(believed);
  });

  test.each(names)('a name: %j', (lines, believed) => {
    expect(believedOf('name', lines)).toBe(believed);
  });

  test.each(addresses)('an address: %j', (lines, believed) => {
    expect(believedOf('address', lines)).toBe(believed);
  });

  test.each(problems)('a problem: %j', (lines, believed) => {
    expect(believedOf('problem', lines)).toBe(believed);
  });

  test.each(times)('a time: %j', (lines, believed) => {
    const heard = heardIn('wishedDate', lines)?.value;
    const told = heard === undefined ? null : `${heard.date ?? ''} ${heard.from ?? ''}-${heard.to ?? ''}`;
    expect(told).toBe(believed);
  });
});
