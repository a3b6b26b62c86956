import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { conversationOf } from './testing/heard.ts';

/** What is offered and what is said to it: each row is what is heard, and all that should be believed. */
type Row = readonly [lines: readonly string[], believed: readonly string[]];

const askDay = 'rep: When should we come?';

const times: readonly Row[] = [
  [[askDay, 'I teach on Mondays. Wednesday at four?'], ['Wednesday, March 11, from 4:00 PM']],
  [[askDay, 'Fridays are crazy here, make it Thursday.'], ['Thursday, March 12']],
  [[askDay, 'Tuesdays work for me, after three.'], ['Tuesday, March 10, from 3:00 PM']],
  [[askDay, 'Tuesdays and Thursdays are best.'], ['Tuesday, March 10']],
  [
    [askDay, 'I get the kids at three, so one o clock tomorrow would be super.'],
    ['Friday, March 6, from 1:00 PM'],
  ],
  [[askDay, 'My shift ends at six, so six thirty on Friday.'], ['Friday, March 6, from 6:30 PM']],
  [[askDay, 'The party is on Saturday so it has to be Friday.'], ['Friday, March 6']],
  [
    [askDay, 'My in-laws arrive on Sunday, can you be here Saturday morning?'],
    ['Saturday, March 7, 8:00 AM to 12:00 PM'],
  ],
  [
    [askDay, 'Between nine and eleven on either the tenth or the eleventh.'],
    ['Tuesday, March 10, 9:00 AM to 11:00 AM'],
  ],
  [[askDay, 'Anytime from noon till three tomorrow'], ['Friday, March 6, 12:00 PM to 3:00 PM']],
  [[askDay, 'tomorrow afternoon would be good say two ish'], ['Friday, March 6, from 2:00 PM']],
  [[askDay, 'monday the ninth between eight thirty and ten'], ['Monday, March 9, 8:30 AM to 10:00 AM']],
  [
    [askDay, 'Monday, between eight thirty and ten, otherwise Tuesday.'],
    ['Monday, March 9, 8:30 AM to 10:00 AM'],
  ],
  [[askDay, 'I could be there by three on Monday.'], ['Monday, March 9, before 3:00 PM']],
  [[askDay, 'No later than noon on Tuesday.'], ['Tuesday, March 10, before 12:00 PM']],
  [
    [askDay, 'Is Sunday possible?', 'rep: Not Sundays, sorry. Monday at eight?', 'Monday at eight then.'],
    ['Monday, March 9, from 8:00 AM'],
  ],
  [
    [
      askDay,
      'Saturday.',
      'rep: Sorry, nothing on Saturday. Would Monday at one work?',
      'Monday at one is fine.',
    ],
    ['Monday, March 9, from 1:00 PM'],
  ],
  [
    ['rep: Monday between eight and noon, or Tuesday between one and five?', 'Tuesday would be better.'],
    ['Tuesday, March 10, 1:00 PM to 5:00 PM'],
  ],
  [
    ['rep: Monday or Tuesday?', 'Monday.', 'rep: Morning or afternoon?', 'Morning.'],
    ['Monday, March 9, 8:00 AM to 12:00 PM'],
  ],
  [
    ['rep: Does eleven thirty on the ninth work?', 'It does not. Twelve thirty?'],
    ['Monday, March 9, from 12:30 PM'],
  ],
  [['rep: When did it break?', 'This morning.'], []],
  [['rep: When were we last there?', 'On the second.'], []],
  [['rep: What time did it happen?', 'At four this morning.'], []],
  [['It broke this morning and I need it fixed today.'], ['Thursday, March 5']],
  [['We had a guy out on Monday and he said Wednesday but nobody came.'], []],
  [['You guys were supposed to be here between eight and ten.'], []],
  [['My appointment was for nine and it is eleven now.'], []],
  [['My rent is due on the first.'], []],
  [['rep: When can he call you?', 'Tonight after seven.'], ['Thursday, March 5, from 7:00 PM']],
  [['rep: Can I call you back this afternoon?', 'Sure, any time.'], []],
  [
    ['rep: Which day works best?', 'Oh any weekday, Wednesday I guess, mornings are best.'],
    ['Wednesday, March 11, 8:00 AM to 12:00 PM'],
  ],
  [
    ['rep: Can anybody let us in on Saturday?', 'My husband is home till three.'],
    ['Saturday, March 7, before 3:00 PM'],
  ],
  [['rep: Can anybody let us in on Saturday?', 'I will be here all day.'], ['Saturday, March 7']],
  [['rep: Would ten on Saturday be okay?', 'Ten is great.'], ['Saturday, March 7, from 10:00 AM']],
  [
    ['rep: Would ten on Saturday be okay?', 'Could you make it ten thirty?'],
    ['Saturday, March 7, from 10:30 AM'],
  ],
  [
    ['rep: Would ten on Saturday be okay?', 'Saturday is fine, but ten is early. Maybe noon?'],
    ['Saturday, March 7, from 12:00 PM'],
  ],
  [['rep: I can do Saturday at ten.', 'Saturday no. Sunday?'], ['Sunday, March 8']],
  [
    ['rep: I can do Saturday at ten.', 'That is too late, the freezer is melting. Today?'],
    ['Thursday, March 5'],
  ],
  [['rep: What about Saturday?', 'I am away Saturday and Sunday, the Monday then.'], ['Monday, March 9']],
  [['rep: What day?', 'We are traveling until Sunday. Monday would be the earliest.'], ['Monday, March 9']],
  [['rep: What day?', 'I am out of town from Friday to Sunday, so Tuesday.'], ['Tuesday, March 10']],
  [
    ['rep: What day?', 'Not Mondays, I have class. Any other afternoon. Say Wednesday.'],
    ['Wednesday, March 11, 12:00 PM to 5:00 PM'],
  ],
  [['rep: What day?', '3/12 at 9am'], ['Thursday, March 12, from 9:00 AM']],
  [['rep: What day?', 'The 12th, 9 to 11.'], ['Thursday, March 12, 9:00 AM to 11:00 AM']],
  [['rep: What day?', 'Within a couple of hours, please.'], ['Thursday, March 5']],
  [['rep: How soon?', 'In the next hour would be good.'], ['Thursday, March 5']],
  [['rep: How soon?', 'It is not urgent, sometime next week.'], []],
  [['rep: How soon?', 'Yesterday would be good, haha. No, today.'], ['Thursday, March 5']],
  [
    ['I have an appointment on the 16th and I need to move it to the 18th, same time.'],
    ['Wednesday, March 18'],
  ],
  [['Can we push my Tuesday visit to Wednesday at two?'], ['Wednesday, March 11, from 2:00 PM']],
  [['rep: It will be ready on Friday.', 'Okay, thanks.'], []],
  [['rep: The doctor will call you by Monday.', 'Good.'], []],
  [['rep: We close at five today.', 'Okay, I will call tomorrow.'], []],
  [['rep: They are open until five.', 'I will call after lunch.'], []],
  [['rep: What day?', 'Good Friday maybe? No, the Thursday before. April second.'], ['Thursday, April 2']],
];

const addresses: readonly Row[] = [
  [['rep: Address?', 'Twelve Birchwood, upstairs.'], ['12 Birchwood']],
  [['rep: Address?', '12 Birchwood, that is B I R C H W O O D, Avenue.'], ['12 Birchwood Avenue']],
  [
    ['rep: Address?', '12 Birchwood Avenue, across from the church.', 'rep: Which town?', 'Hyde Park.'],
    ['12 Birchwood Avenue, Hyde Park'],
  ],
  [
    ['rep: Address?', '12 Birchwood Avenue.', 'rep: 12 Birchwood Avenue, okay.', 'No, 20. Two zero.'],
    ['20 Birchwood Avenue'],
  ],
  [
    [
      'rep: Address?',
      '12 Birchwood Avenue.',
      'rep: Is that where we send the bill?',
      'No, the bill goes to 400 Park Street.',
    ],
    ['12 Birchwood Avenue'],
  ],
  [['rep: Address?', '12 Birchwood Avenue, gate code 5567.'], ['12 Birchwood Avenue']],
  [
    ['rep: Address?', '12 Birchwood Avenue.', 'rep: Any cross street?', 'Near Fifth and Lowell.'],
    ['12 Birchwood Avenue'],
  ],
  [
    ['rep: Address?', '12 Birchwood Avenue.', 'rep: Apartment?', 'No, single family.'],
    ['12 Birchwood Avenue'],
  ],
  [
    ['rep: Address?', '12 Birchwood Avenue.', 'rep: And the state?', 'Ohio.', 'rep: Zip?', '45201.'],
    ['12 Birchwood Avenue, OH 45201'],
  ],
  [['rep: Address?', 'A hundred and twelve Birchwood.'], ['112 Birchwood']],
  [['rep: Address?', 'One twelve East Birchwood, second floor.'], ['112 East Birchwood, Fl 2']],
  [['rep: Address?', '112 Birchwood in Hyde Park, New York, 12538.'], ['112 Birchwood, Hyde Park, NY 12538']],
  [['rep: Where at?', 'We are in Hyde Park, 112 Birchwood.'], ['112 Birchwood, Hyde Park']],
  [
    ['rep: what is the address', 'one twelve birchwood avenue hyde park'],
    ['112 Birchwood Avenue, Hyde Park'],
  ],
  [
    [
      'rep: what is the address',
      'one twelve birchwood avenue',
      'rep: and the city',
      'hyde park new york one two five three eight',
    ],
    ['112 Birchwood Avenue, Hyde Park, NY 12538'],
  ],
];

const others: readonly Row[] = [
  [['rep: Name?', 'Grange. Viola Grange. With a V.'], ['Viola Grange']],
  [['rep: Is it Viola?', 'Viola Grange, yes.'], ['Viola Grange']],
  [['rep: Name?', 'Viola Grange, like the farm.'], ['Viola Grange']],
  [['rep: Name?', 'Viola. Last name Grange.'], ['Viola Grange']],
  [['Hey Joy, Viola Grange from Grange Farms. Our freezer is out.'], ['Viola Grange']],
  [['rep: Name?', 'Her mother, Viola Grange.'], ['Viola Grange']],
  [['rep: Grange with a G?', 'With a K. K, R, A, N, G, E.'], []],
  [['rep: Name?', 'Viola Crane.', 'rep: With a C?', 'With a K. K, R, A, N, E.'], ['Viola Krane']],
  [['rep: Email?', 'viola at grange dot fm'], ['viola@grange.fm']],
  [['rep: Email?', "It is my husband's, otis at grange dot org."], ['otis@grange.org']],
  [['rep: Email?', 'vg at att dot net'], ['vg@att.net']],
  [['rep: At 541 958 6000?', 'No, at 541 958 6001.'], ['(541) 958-6001']],
  [['rep: Number?', '541 958, no, 959 6001.'], ['(541) 959-6001']],
];

describe('taken, put off and put elsewhere', () => {
  test.each([...times, ...addresses, ...others])('it is understood: %j', (lines, believed) => {
    const facts = recognise(conversationOf(lines)).filter(({ field }) => field !== 'problem');
    expect(facts.map(({ text }) => text).toSorted()).toEqual(believed.toSorted());
  });
});
