import { describe, expect, test } from 'vitest';
import { heardIn } from './testing/heard.ts';

/** The same facts from people who talk in other ways: each row is what is heard, and what should be believed. */
type Row = readonly [lines: readonly string[], believed: string | null];

const askPhone = 'rep: Can I get a callback number?';
const askEmail = 'rep: And your email?';
const askName = 'rep: May I have your name?';
const askAddress = 'rep: Where is the house?';
const askDay = 'rep: What day works for you?';

const phones: readonly Row[] = [
  [[askPhone, 'sure thing hon its eight oh three five five five oh one eleven'], '(803) 555-0111'],
  [
    [
      askPhone,
      'Well let me think, I always forget it, it is six one nine... five five five... oh one four eight.',
    ],
    '(619) 555-0148',
  ],
  [
    [askPhone, "yeah so it's area code two one two and then five five five zero one six seven"],
    '(212) 555-0167',
  ],
  [[askPhone, 'the number is nine one nine five five five oh one double three'], '(919) 555-0133'],
  [[askPhone, '404-555-0170'], '(404) 555-0170'],
  [[askPhone, 'Try 404 555 0170, or if I do not pick up, 404 555 0171.'], '(404) 555-0170'],
  [
    [
      askPhone,
      'Home is seven one three, five five five, oh one oh eight. Wait, that got disconnected, use seven one three, five five five, oh one oh nine.',
    ],
    '(713) 555-0109',
  ],
  [
    [askPhone, 'Eight one eight', 'rep: Yes?', 'Triple five', 'rep: okay', 'zero one two two'],
    '(818) 555-0122',
  ],
  [
    [
      askPhone,
      'Six oh two, five five five, oh one seven four.',
      'rep: That was six oh two, five five five, oh one seven five?',
      'Four at the end. Oh one seven four.',
    ],
    '(602) 555-0174',
  ],
  [['rep: Is this the best number for you, 720 555 0188?', 'Yes it is.'], '(720) 555-0188'],
  [['rep: Is this the best number for you, 720 555 0188?', 'No, use 720 555 0199.'], '(720) 555-0199'],
  [["it's on the invoice, number four four one two five five five oh one two"], null],
  [[askPhone, "It's the one I'm calling from."], null],
  [['My member ID is 4155550132 if that helps.'], null],
  [[askPhone, 'Seven two oh, five five five, one hundred.'], null],
  [
    [askPhone, 'three oh three triple five zero one four five extension two twelve'],
    '(303) 555-0145 ext. 212',
  ],
  [[askPhone, "That'd be five oh five, five five five, and then zero one three nine."], '(505) 555-0139'],
  [[askPhone, 'okay you ready? two five three'], null],
  [
    [askPhone, 'okay you ready? two five three', 'rep: Go ahead.', 'five five five, oh one nine nine'],
    '(253) 555-0199',
  ],
  [
    [askPhone, "It's my mom's phone, but it's nine oh one, five five five, zero one forty."],
    '(901) 555-0140',
  ],
  [
    [askPhone, 'Five oh three five five five oh one sixty two, that is a landline, do not text it.'],
    '(503) 555-0162',
  ],
  [[askPhone, 'six one two five five five oh one three seven no three nine'], '(612) 555-0139'],
  [[askPhone, "I don't give that out."], null],
  [['My old number was six one two, five five five, oh one three seven, but I moved.'], null],
  [[askPhone, '(512) 555-0166 ext. 4'], '(512) 555-0166 ext. 4'],
];

const emails: readonly Row[] = [
  [[askEmail, 'uh huh it is marcus underscore bell at outlook dot com'], 'marcus_bell@outlook.com'],
  [[askEmail, 'j smith nineteen eighty four at gmail dot com'], 'jsmith1984@gmail.com'],
  [
    [askEmail, 'all lowercase, no spaces, bakersfield flowers at yahoo dot com'],
    'bakersfieldflowers@yahoo.com',
  ],
  [[askEmail, 'My email is t, o, m, k, at hotmail dot com.'], 'tomk@hotmail.com'],
  [
    [askEmail, 'first name dot last name at acme dot org, so gina dot wolf at acme dot org'],
    'gina.wolf@acme.org',
  ],
  [[askEmail, 'gina at wolf hyphen law dot com'], 'gina@wolf-law.com'],
  [[askEmail, 'gina.wolf@acme.org thanks'], 'gina.wolf@acme.org'],
  [[askEmail, "it's g wolf, that's g as in golf, w o l f, at acme dot org"], 'gwolf@acme.org'],
  [[askEmail, 'gina wolf seven at a o l dot com'], 'ginawolf7@aol.com'],
  [[askEmail, 'Gina dot wolf at acme dot com. Oh sorry, dot org.'], 'gina.wolf@acme.org'],
  [[askEmail, 'I do not have email, honey.'], null],
  [['I saw your ad at the bus stop dot dot dot whatever.'], null],
  [[askEmail, "that's kelly k e double l y dot brandt at icloud dot com"], 'kelly.brandt@icloud.com'],
  [[askEmail, 'k brandt two thousand four at gmail'], 'kbrandt2004@gmail.com'],
  [[askEmail, 'kelly at brandt and sons dot com'], 'kelly@brandtandsons.com'],
  [
    [askEmail, 'It is kelly dot brandt at state dot edu. No wait, I graduated. kelly b at gmail dot com.'],
    'kellyb@gmail.com',
  ],
  [[askEmail, 'kbrandt@', 'rep: Sorry?', 'kbrandt@gmail.com'], 'kbrandt@gmail.com'],
  [[askEmail, 'You already have it on file.'], null],
];

const names: readonly Row[] = [
  [[askName, 'yeah sure this is bobby ray tucker'], 'Bobby Ray Tucker'],
  [[askName, 'You can put it under Higgins. Martha Higgins.'], 'Martha Higgins'],
  [[askName, 'martha higgins'], 'Martha Higgins'],
  [[askName, 'The name is Bond, James Bond.'], 'James Bond'],
  [['Hey there, Latoya Jenkins here, I am calling about a bill.'], 'Latoya Jenkins'],
  [['Hi, um, so my name is Nguyen Van Thanh and my kitchen drain is stopped up.'], 'Nguyen Van Thanh'],
  [[askName, "It's under my wife's name, Carol Danvers."], null],
  [['I am just calling to see if Mike is coming today.'], null],
  [
    [askName, 'Xiomara Quintanilla, X-I-O-M-A-R-A, Quintanilla is Q-U-I-N-T-A-N-I-L-L-A.'],
    'Xiomara Quintanilla',
  ],
  [[askName, 'Jon Stuart. Jon without an h.'], 'Jon Stuart'],
  [[askName, 'Stewart.', 'rep: First name?', 'Jon.'], 'Jon Stewart'],
  [['rep: Am I speaking with Mr. Alvarez?', 'No, this is his son, Hector.'], 'Hector'],
  [['This is the third time I am calling.'], null],
  [[askName, 'why do you need that'], null],
  [['Hello, I am Doctor Patel from the surgery center.'], 'Patel'],
  [[askName, 'Sure. First name Saoirse, S-A-O-I-R-S-E, last name Kelleher.'], 'Saoirse Kelleher'],
  [[askName, 'my name is lupe, lupe hernandez'], 'Lupe Hernandez'],
  [[askName, "Everybody calls me Bud, but it's Robert Haines."], 'Robert Haines'],
  [['Yeah hi this is Dale with Summit Roofing.'], 'Dale'],
  [[askName, 'Jean-Luc Moreau'], 'Jean-Luc Moreau'],
  [[askName, 'It is Hyun-woo Park.'], 'Hyun-Woo Park'],
  [["I'm looking for Steve."], null],
  [["I'm Canadian and I'm freezing."], null],
];

const addresses: readonly Row[] = [
  [[askAddress, 'we are out at seventy seven hundred old mill road'], '7700 Old Mill Road'],
  [
    [askAddress, "It's 5 Peachtree Place, unit 12, Atlanta, Georgia 30309."],
    '5 Peachtree Place, Unit 12, Atlanta, GA 30309',
  ],
  [
    [
      askAddress,
      'three sixteen west forty-second street, apartment nine g, new york, new york, one oh oh three six',
    ],
    '316 West 42nd Street, Apt 9G, New York, NY 10036',
  ],
  [[askAddress, 'Six Washington Square, Boston, Massachusetts.'], '6 Washington Square, Boston, MA'],
  [
    [askAddress, "I'm at 2200 Martin Luther King Boulevard in Houston."],
    '2200 Martin Luther King Boulevard, Houston',
  ],
  [[askAddress, '14 Oak. I mean 40 Oak Street, four zero.'], '40 Oak Street'],
  [
    [askAddress, 'eleven fifteen southeast pine street portland oregon nine seven two one four'],
    '1115 Southeast Pine Street, Portland, OR 97214',
  ],
  [[askAddress, 'The blue one on the corner, you cannot miss it.'], null],
  [['There are three trucks on my street and two men in the driveway.'], null],
  [[askAddress, 'Nineteen oh three Bay Circle, suite two hundred.'], '1903 Bay Circle, Ste 200'],
  [[askAddress, 'Rural Route 2, Box 48.'], null],
  [[askAddress, 'twenty one jump street'], '21 Jump Street'],
  [[askAddress, 'uh four four one nine north clark, unit two, chicago'], '4419 North Clark, Unit 2, Chicago'],
  [[askAddress, 'Two twenty Baker Street, not two thirty.'], '220 Baker Street'],
  [
    [askAddress, 'Ten Downing Street, London, Kentucky, four oh seven four one.'],
    '10 Downing Street, London, KY 40741',
  ],
  [[askAddress, 'Lot 14, 3300 Ranch Road 620, Austin, Texas.'], '3300 Ranch Road 620, Lot 14, Austin, TX'],
  [[askAddress, "It's thirty-three oh one Avenue C."], '3301 Avenue C'],
  [[askAddress, 'Same as last time.'], null],
];

const times: readonly Row[] = [
  [[askDay, 'Gosh, um, any chance of Tuesday? Like in the morning, before eleven?'], '2026-03-10 -11:00'],
  [[askDay, "I'm home all day Saturday."], '2026-03-07 -'],
  [[askDay, 'Weekdays are tough, Saturday around ten thirty would be ideal.'], '2026-03-07 10:30-'],
  [[askDay, 'Can we say Monday the sixteenth, eight thirty?'], '2026-03-16 08:30-'],
  [[askDay, 'March eleventh, anytime after lunch.'], '2026-03-11 13:00-'],
  [[askDay, 'tomorrow works or friday next week'], '2026-03-06 -'],
  [[askDay, 'first thing tomorrow'], '2026-03-06 08:00-10:00'],
  [[askDay, "Let's do Wednesday, no earlier than nine and I have to leave by noon."], '2026-03-11 09:00-'],
  [[askDay, 'I work until five, so after five thirty on Monday.'], '2026-03-09 17:30-'],
  [[askDay, 'I can only do evenings.'], ' 17:00-20:00'],
  [[askDay, 'Not this week, maybe next Thursday.'], '2026-03-12 -'],
  [
    ['rep: I could send somebody Friday at two or Monday at nine.', 'Monday at nine, please.'],
    '2026-03-09 09:00-',
  ],
  [['The tech came by on Tuesday after four and it broke again on Wednesday.'], null],
  [['My daughter gets married Saturday and the toilet is backed up.'], null],
  [[askDay, 'Whenever. You tell me.'], null],
  [
    [askDay, 'Monday. Actually no, Monday is a holiday, so Tuesday between noon and three.'],
    '2026-03-10 12:00-15:00',
  ],
  [[askDay, 'Is the day after tomorrow too soon? Say four-ish?'], '2026-03-07 16:00-'],
  [[askDay, 'Anytime Wednesday except between one and two.'], '2026-03-11 -'],
  [[askDay, "I'm off on the tenth and the twelfth."], '2026-03-10 -'],
  [[askDay, 'The sooner the better.'], '2026-03-05 -'],
  [[askDay, 'Monday at 8am sharp.'], '2026-03-09 08:00-'],
  [[askDay, 'Next week some time, mornings are best.'], ' 08:00-12:00'],
  [[askDay, 'mid-April maybe, the fifteenth?'], '2026-03-15 -'],
  [['rep: Does Tuesday at three work?', 'No, how about four?'], '2026-03-10 16:00-'],
];

describe('in other voices', () => {
  test.each(phones)('a number: %j', (lines, believed) => {
    expect(heardIn('phone', lines)?.text ?? null).toBe(believed);
  });

  test.each(emails)('an email address: %j', (lines, believed) => {
    expect(heardIn('email', lines)?.value ?? null).toBe(believed);
  });

  test.each(names)('a name: %j', (lines, believed) => {
    expect(heardIn('name', lines)?.text ?? null).toBe(believed);
  });

  test.each(addresses)('an address: %j', (lines, believed) => {
    expect(heardIn('address', lines)?.text ?? null).toBe(believed);
  });

  test.each(times)('a time: %j', (lines, believed) => {
    const heard = heardIn('wishedDate', lines)?.value;
    const told = heard === undefined ? null : `${heard.date ?? ''} ${heard.from ?? ''}-${heard.to ?? ''}`;
    expect(told).toBe(believed);
  });
});
