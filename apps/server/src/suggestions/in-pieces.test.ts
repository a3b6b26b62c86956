import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { conversationOf } from './testing/heard.ts';

/** What is asked and answered by and by: each row is what is heard, and all that should be believed. */
type Row = readonly [lines: readonly string[], believed: readonly string[]];

const addresses: readonly Row[] = [
  [
    ['rep: What is the property address?', '2218 West Maple.', 'rep: And the city?', 'Englewood, Colorado.'],
    ['2218 West Maple, Englewood, CO'],
  ],
  [
    ['rep: Address?', 'Eighteen Kestrel Point Drive, in Castle Rock.'],
    ['18 Kestrel Point Drive, Castle Rock'],
  ],
  [['rep: Where are you at?', 'I am over at 640 Grape Street, right off of Sixth.'], ['640 Grape Street']],
  [
    [
      'rep: What is the address there?',
      'It is twenty one oh nine Larch.',
      'rep: Larch Street or Larch Court?',
      'Court.',
    ],
    ['2109 Larch Court'],
  ],
  [
    ['rep: What is your address?', 'Sure, it is 5 5 0 Mango Way, Unit B, Santa Ana, and the zip is 92701.'],
    ['550 Mango Way, Unit B, Santa Ana, 92701'],
  ],
  [
    [
      'rep: Street address?',
      'Thirteen hundred South Lamar Boulevard',
      'rep: Any apartment number?',
      'Yes, two fourteen.',
    ],
    ['1300 South Lamar Boulevard, Apt 214'],
  ],
  [
    [
      'rep: What is the address?',
      'It is the Willow Bend complex, 3 Willow Bend Lane, building C, apartment 31.',
    ],
    ['3 Willow Bend Lane, Apt 31'],
  ],
  [
    [
      'rep: And where is the job?',
      'At my rental, 88 Pelican Bay Road in Naples, Florida. I live at 12 Dune Street.',
    ],
    ['88 Pelican Bay Road, Naples, FL'],
  ],
  [
    ['rep: address please', 'its four hundred east sixteenth avenue apartment twelve oh one denver'],
    ['400 East 16th Avenue, Apt 1201, Denver'],
  ],
  [
    ['rep: And your address?', '1 0 1 0 N. Alvarado.', 'rep: Los Angeles?', 'Yes.'],
    ['1010 N Alvarado, Los Angeles'],
  ],
  [
    ['rep: Where should the truck go?', 'Come to 733 Old County Road, Belmont.'],
    ['733 Old County Road, Belmont'],
  ],
  [['rep: House number?', 'Ninety two.', 'rep: And the street?', 'Finch Street.'], ['92 Finch Street']],
  [['rep: What street is it on?', 'Finch Street, number ninety two.'], ['92 Finch Street']],
  [['rep: Where do you live?', 'Out on Highway 85, 16220 Highway 85.'], ['16220 Highway 85']],
  [['rep: Is it still 15 Garnet Drive?', 'Yes, 15 Garnet Drive.'], ['15 Garnet Drive']],
  [['rep: And the address?', 'Fifty Fifty Broadway.'], ['5050 Broadway']],
  [
    ['rep: What was the address again?', '2340, that is two three four zero, Spruce Avenue.'],
    ['2340 Spruce Avenue'],
  ],
  [
    ['rep: Address?', 'It is seven seven two, no, seven two seven Cobalt Lane, Mesa.'],
    ['727 Cobalt Lane, Mesa'],
  ],
  [['rep: Where is it?', 'It is in Reno. 4000 Virginia Street.'], ['4000 Virginia Street, Reno']],
  [['rep: Where are you located?', 'Fort Worth. 2700 Hemphill.'], ['2700 Hemphill, Fort Worth']],
  [['rep: And you are in Tulsa?', 'No, Broken Arrow. 310 West Main.'], ['310 West Main, Broken Arrow']],
];

const times: readonly Row[] = [
  [['rep: What day?', 'Could we do the Monday after next?'], ['Monday, March 16']],
  [['rep: When is good?', 'Three weeks from Monday, around nine.'], ['Monday, March 30, from 9:00 AM']],
  [['rep: When is good?', 'Wednesday nine thirty.'], ['Wednesday, March 11, from 9:30 AM']],
  [['rep: When is good?', 'Wednesday at nine thirty or ten.'], ['Wednesday, March 11, from 9:30 AM']],
  [
    ['rep: Morning or afternoon?', 'Afternoon.', 'rep: And which day?', 'Thursday.'],
    ['Thursday, March 12, 12:00 PM to 5:00 PM'],
  ],
  [
    ['rep: Which day?', 'Thursday.', 'rep: Morning or afternoon?', 'Afternoon, please.'],
    ['Thursday, March 12, 12:00 PM to 5:00 PM'],
  ],
  [['rep: Which day?', 'Thursday.', 'rep: What time?', 'Two.'], ['Thursday, March 12, from 2:00 PM']],
  [
    ['rep: Which day?', 'Thursday.', 'rep: What time?', 'Two to four.'],
    ['Thursday, March 12, 2:00 PM to 4:00 PM'],
  ],
  [
    ['rep: Which day?', 'Thursday.', 'rep: Two o clock?', 'Two thirty.'],
    ['Thursday, March 12, from 2:30 PM'],
  ],
  [['rep: Does Friday work?', 'Not Friday. Saturday?'], ['Saturday, March 7']],
  [['rep: How about Friday at two?', 'Could it be three?'], ['Friday, March 6, from 3:00 PM']],
  [['rep: How about Friday at two?', 'A little later.'], []],
  [['rep: When can we come?', 'As early as possible tomorrow.'], ['Friday, March 6']],
  [['rep: When can we come?', 'Starting Monday, any day.'], ['Monday, March 9']],
  [['rep: When can we come?', 'I am free Monday through Wednesday.'], ['Monday, March 9']],
  [['rep: When can we come?', 'From two on, on Tuesday.'], ['Tuesday, March 10, from 2:00 PM']],
  [['rep: When can we come?', 'Tuesday, but only until noon.'], ['Tuesday, March 10, before 12:00 PM']],
  [['rep: When can we come?', 'Between now and five today.'], ['Thursday, March 5, before 5:00 PM']],
  [['rep: When can we come?', 'In ten days or so.'], ['Sunday, March 15']],
  [['rep: When can we come?', 'End of the month, the thirty first.'], ['Tuesday, March 31']],
  [['rep: When can we come?', 'April fifteenth, nine a.m.'], ['Wednesday, April 15, from 9:00 AM']],
  [
    ['rep: When can we come?', 'The fifteenth of April, nine to ten.'],
    ['Wednesday, April 15, 9:00 AM to 10:00 AM'],
  ],
  [['I was hoping somebody could come out tomorrow.'], ['Friday, March 6']],
  [
    ['Is there any way to get somebody here before noon on Saturday?'],
    ['Saturday, March 7, before 12:00 PM'],
  ],
  [['We need this done by Tuesday.'], ['Tuesday, March 10']],
  [['rep: When?', 'Next Friday. Not this Friday, the one after.'], ['Friday, March 13']],
  [
    ['rep: When?', 'This coming Wednesday, evening if possible.'],
    ['Wednesday, March 11, 5:00 PM to 8:00 PM'],
  ],
  [['rep: When?', 'Six in the evening tomorrow.'], ['Friday, March 6, from 6:00 PM']],
  [['rep: When?', 'Tomorrow six pm'], ['Friday, March 6, from 6:00 PM']],
  [['rep: When?', 'Seven thirty tomorrow morning.'], ['Friday, March 6, from 7:30 AM']],
  [['rep: When?', 'Tomorrow, later in the day.'], ['Friday, March 6']],
  [['rep: When?', 'Sometime between 1:30 and 3 on the 18th'], ['Wednesday, March 18, 1:30 PM to 3:00 PM']],
  [['rep: Friday at ten?', 'Make that eleven.'], ['Friday, March 6, from 11:00 AM']],
  [['rep: Friday at ten?', 'Eleven would be better.'], ['Friday, March 6, from 11:00 AM']],
];

const others: readonly Row[] = [
  [['rep: Number?', 'Two oh six, nine five eight, three thousand.'], ['(206) 958-3000']],
  [['rep: Number?', 'Two zero six nine five eight thirty three hundred'], ['(206) 958-3300']],
  [
    ['rep: Number?', 'Two oh six, nine five eight, three three, no, three four five five.'],
    ['(206) 958-3455'],
  ],
  [['rep: Number?', '206 958 3411. No, sorry, 3412.'], ['(206) 958-3412']],
  [['rep: Number?', 'It is nine five eight three four one one, area code two oh six.'], ['(206) 958-3411']],
  [['rep: Number?', '206 958 3411, and my husband is at 206 959 0000.'], ['(206) 958-3411']],
  [['rep: Number?', 'My husband is at 206 959 0000, and I am at 206 958 3411.'], ['(206) 958-3411']],
  [['rep: Number?', 'The store is at 206 959 0000. My own is 206 958 3411.'], ['(206) 958-3411']],
  [['rep: Number?', '206 958 3411 is my cell, 206 959 0000 is the house.'], ['(206) 958-3411']],
  [['My sister said to call. Her number is 206 959 0000.'], []],
  [['rep: Email?', 'Renata at fig tree bakery dot com.'], ['renata@figtreebakery.com']],
  [['rep: Email?', 'R period Osei at pm dot me'], ['r.osei@pm.me']],
  [['rep: Email?', 'osei, o s e i, at pm dot me'], ['osei@pm.me']],
  [['rep: Email?', 'Renata Osei, all one word, at outlook.com'], ['renataosei@outlook.com']],
  [
    [
      'rep: Email?',
      'Renata dot osei ninety nine at gmail dot com.',
      'rep: renata dot osei 99?',
      'Yes, nine nine.',
    ],
    ['renata.osei99@gmail.com'],
  ],
  [
    ['rep: Email?', 'renata at gmail dot com', 'rep: renata with two ts?', 'No, one t.'],
    ['renata@gmail.com'],
  ],
  [['rep: Email?', 'It is renata_osei@gmail.com, underscore between.'], ['renata_osei@gmail.com']],
  [['rep: Who am I speaking with?', 'Renata. Osei.'], ['Renata Osei']],
  [['rep: Who am I speaking with?', 'Uh, the name is Osei, Renata.'], ['Renata Osei']],
  [['rep: Name?', 'Teodoro, but go ahead and put Ted. Ted Varga.'], ['Ted Varga']],
  [['rep: Name?', 'Mine? Constantina Ruiz.'], ['Constantina Ruiz']],
  [['rep: Name?', 'Constantina Ruiz, R-U-I-Z.'], ['Constantina Ruiz']],
  [['rep: His name?', 'Milo Fenn.', 'rep: And your name?', 'Ada Fenn.'], ['Ada Fenn']],
  [['rep: What is her name?', 'Milo Fenn.'], []],
  [['Hello, Ada Fenn calling about my invoice.'], ['Ada Fenn']],
  [['Hi there, Ada Fenn here.'], ['Ada Fenn']],
  [['Good morning. Ada Fenn. I have no heat.'], ['Ada Fenn']],
];

describe('by and by', () => {
  test.each([...addresses, ...times, ...others])('it is understood: %j', (lines, believed) => {
    const facts = recognise(conversationOf(lines)).filter(({ field }) => field !== 'problem');
    expect(facts.map(({ text }) => text).toSorted()).toEqual(believed.toSorted());
  });
});
