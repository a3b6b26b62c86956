import { caller, rep, type Teller, type Turn } from './story.ts';
import { sayDate, sayDigits, sayEmail, sayHouseNumber, sayPhone, sentence, spell } from './voices.ts';

/** The questions that most calls share, with the ways in which people answer them, get them wrong and put them right. */

const noted = ['Thank you.', 'Got it.', 'Perfect.', 'Okay, thank you.', 'All right.'];

/** The full name, sometimes spelled. */
export function askName(t: Teller): Turn[] {
  const { first, last } = t.caller;
  const ask = rep(
    t.pick([
      'Can I have your full name, please?',
      'And who am I speaking with? First and last name, please.',
      'Let me start with your first and last name.',
    ]),
  );
  return t.pick([
    () => [ask, caller(`It's ${first} ${last}.`, 'name')],
    () => [ask, caller(`${first} ${last}. The last name is spelled ${spell(last)}.`, 'name')],
    () => [
      ask,
      caller(`My name is ${first} ${last}.`, 'name'),
      rep('Could you spell the last name for me?'),
      caller(`${spell(last)}.`),
    ],
    () => [ask, caller(`This is ${first} ${last}. That's ${first} with ${aLetter(first)}.`, 'name')],
  ])();
}

/** A number to call back: said straight, corrected half way, or read back wrong and put right. */
export function askPhone(t: Teller): Turn[] {
  const { phone } = t.caller;
  const said = sayPhone(phone, t);
  const ask = rep(
    `${t.pick(noted)} ${t.pick([
      "What's the best number to reach you?",
      'And a phone number where we can reach you?',
      'Which number should we call if we get cut off?',
    ])}`,
  );
  const lead = t.pick(["It's ", 'My cell is ', 'You can use ', "That's "]);
  return t.pick([
    () => [ask, caller(`${lead}${said}.`, 'phone')],
    () => [ask, caller(`${lead}${said}.`, 'phone'), rep(`So that's ${said}?`), caller(t.pick(t.manner.yes))],
    () => [
      ask,
      caller(`${lead}${slipped(t)}.`, 'phone'),
      rep(`${sentence(said)}. Got it.`),
      caller(t.pick(t.manner.yes)),
    ],
    () => [
      ask,
      caller(`${lead}${said}.`, 'phone'),
      rep(`Let me read that back. ${sentence(sayPhone(wrongTail(t), t))}.`),
      caller(`No, sorry, the last four are ${sayDigits(phone.slice(-4))}.`),
      rep(`${sentence(sayDigits(phone.slice(-4)))}, I have it now. Thank you.`),
      caller(t.pick(['No problem.', 'Yes.', "That's it."])),
    ],
  ])();
}

/** The address of the visit, in one breath or in pieces. */
export function askAddress(t: Teller): Turn[] {
  const { home } = t.caller;
  const town = `${home.city}, ${home.state}`;
  const ask = rep(
    `${t.pick(noted)} ${t.pick([
      "What's the address where you need us?",
      'And the street address, please?',
      'Where should we send somebody?',
    ])}`,
  );
  const whole = caller(`${sentence(streetSaid(t))}, in ${home.city}.`, 'street', 'town');
  return t.pick([
    () => [ask, whole, rep('And the zip code there?'), caller(`${sentence(sayDigits(home.zip))}.`, 'zip')],
    () => [ask, whole],
    () => [
      ask,
      caller(`It's ${streetSaid(t)}.`, 'street'),
      rep('And the city?'),
      caller(`${town}, ${sayDigits(home.zip, t.pick(['oh', 'zero']))}.`, 'town', 'state', 'zip'),
      rep(`${sentence(sayHouseNumber(home.houseNumber))} ${home.street} in ${home.city}, is that right?`),
      caller(t.pick(t.manner.yes)),
    ],
  ])();
}

/** Whether and where a confirmation may be mailed. */
export function askEmail(t: Teller): Turn[] {
  const said = sayEmail(t.caller.email);
  const ask = rep(
    `${t.pick(noted)} ${t.pick([
      'Would you like a confirmation by email?',
      'Is there an email address for the confirmation?',
      'Where may I email the details?',
    ])}`,
  );
  return t.pick([
    () => [ask, caller(t.pick(['No, a text message is fine.', "I'd rather not, just call me."]))],
    () => [ask, caller(`Sure, it's ${said}.`, 'email')],
    () => [
      ask,
      caller(`It's ${said}.`, 'email'),
      rep(`${sentence(said)}. Is that right?`),
      caller(t.pick(t.manner.yes)),
    ],
    () => [
      ask,
      caller(
        `Yes. ${sentence(said)}. ${sentence(t.caller.last)} is spelled ${spell(t.caller.last)}.`,
        'email',
      ),
    ],
  ])();
}

/** The birth date, which practices use to find a chart. */
export function askBirthDate(t: Teller): Turn[] {
  return [
    rep(
      `${t.pick(noted)} ${t.pick(['And your date of birth?', 'Can you give me your date of birth, please?'])}`,
    ),
    caller(`${sentence(sayDate(t.caller.born, t))}.`, 'birthDate'),
  ];
}

/** Agrees on a time: what the caller wishes, then either that window or another one. */
export function bookVisit(t: Teller, who: string): Turn[] {
  const { said, window, other } = t.wish;
  const ask = rep(
    t.pick([
      'When would be a good time for you?',
      'What day and time would suit you?',
      'When would you like that to be?',
    ]),
  );
  const wish = caller(
    t.pick([`Would ${said} work?`, `Could you do ${said}?`, `${sentence(said)} would be best for me.`]),
    'wish',
  );
  return [ask, wish, ...(t.happens(0.6) ? taken(t, offered(t, who, window)) : moved(t, other))];
}

/** The same for what cannot wait until another day. */
export function bookUrgent(t: Teller, who: string): Turn[] {
  const { said, window, other } = t.soon;
  const ask = rep(
    t.pick([
      'How soon do you need us?',
      'When can you be there?',
      'What would be the best time for you today?',
    ]),
  );
  const wish = caller(
    t.pick([`${sentence(said)}, please.`, `${sentence(said)}, if there's any way.`]),
    'soon',
  );
  return [ask, wish, ...(t.happens(0.6) ? taken(t, offered(t, who, window)) : moved(t, other))];
}

function taken(t: Teller, offer: string): Turn[] {
  return [
    rep(`${offer} Shall I put you down for that?`),
    caller(t.pick(['Yes, please.', 'Please do.', 'Yes, put me down.'])),
  ];
}

function moved(t: Teller, other: string): Turn[] {
  return [
    rep(`I'm sorry, that one is taken. The closest I have is ${other}. Would that do?`),
    caller(t.pick(["That'll have to do.", 'Yes, that works too.', 'Okay, I can make that work.'])),
    rep(`${t.pick(['Wonderful,', 'Good,', 'All right,'])} I have you down for ${other}.`),
    caller(t.pick(t.manner.thanks)),
  ];
}

function offered({ desk }: Teller, who: string, window: string): string {
  return desk === 'home-service'
    ? `I can send ${who} ${window}.`
    : `There's an opening with ${who} ${window}.`;
}

/** The last words of both. */
export function goodbye(t: Teller): Turn[] {
  const close = rep(
    `${t.pick([
      `Thank you for calling ${t.company}.`,
      `Thanks for calling, ${t.caller.first}.`,
      'Thank you for your patience today.',
    ])} ${t.pick(['Take care. Goodbye.', 'Have a good day. Bye.', 'Bye now.'])}`,
  );
  return [
    rep(
      t.pick([
        'Is there anything else I can help you with?',
        'Anything else I can do for you today?',
        'Do you have any other questions?',
      ]),
    ),
    caller(
      `${t.pick(["No, that's everything.", "No, that's all.", "I think that's it."])} ${t.pick(t.manner.closes)}`,
    ),
    close,
    caller(t.pick(t.manner.farewell)),
  ];
}

/** The street line as it is said, sometimes with the wrong number first. */
function streetSaid(t: Teller): string {
  const { home } = t.caller;
  const unit = home.unitSaid === null ? '' : `, ${home.unitSaid}`;
  const number = sayHouseNumber(home.houseNumber);
  if (!t.happens(0.15)) return `${number} ${home.street}${unit}`;
  const wrong = sayHouseNumber(home.houseNumber + t.whole(2, 9));
  return `${wrong}, no, sorry, ${number} ${home.street}${unit}`;
}

/** A number said with a slip in its last digits that is put right at once. */
function slipped(t: Teller): string {
  const said = sayPhone(t.caller.phone, t);
  const right = said.slice(said.lastIndexOf(',') + 2);
  const wrong = sayDigits(wrongTail(t).slice(-4));
  return `${said.slice(0, said.lastIndexOf(','))}, ${wrong}, no, sorry, ${right}`;
}

/** The caller's number with one of its last two digits moved on. */
function wrongTail(t: Teller): string {
  const { phone } = t.caller;
  const last = (Number(phone.at(-1)) + t.whole(1, 8)) % 10;
  return `${phone.slice(0, -1)}${last}`;
}

function aLetter(name: string): string {
  const letter = name.charAt(0);
  return `${'AEFHILMNORSX'.includes(letter) ? 'an' : 'a'} ${letter}`;
}
