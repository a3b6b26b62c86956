import { describe, expect, test } from 'vitest';
import { heardIn } from './testing/heard.ts';

const ask = 'rep: Who am I speaking with?';
const askFull = 'rep: Can I get your full name?';

const spoken: readonly (readonly [string, readonly string[], string | null])[] = [
  ['introduced', ['Hi, my name is Dana Reyes and my sink is leaking.'], 'Dana Reyes'],
  ['introduced without capitals', ['hi my name is dana reyes and my sink is leaking'], 'Dana Reyes'],
  ['introduced by this is', ['Good morning, this is Kwame Osei calling about my furnace.'], 'Kwame Osei'],
  ['speaking', [ask, "It's Priya Patel speaking."], 'Priya Patel'],
  ['answered', [ask, 'Tom Okafor.'], 'Tom Okafor'],
  ['answered in small letters', [ask, 'uh tom okafor'], 'Tom Okafor'],
  ['with a particle', [askFull, "Sure, it's Maria de la Cruz."], 'Maria de la Cruz'],
  ['with a hyphen', [askFull, 'Anna Smith-Jones'], 'Anna Smith-Jones'],
  ['with an apostrophe', [askFull, "Sean O'Brien"], "Sean O'Brien"],
  ['in two questions', ['rep: First name?', 'Dana.', 'rep: And your last name?', 'Reyes.'], 'Dana Reyes'],
  ['in two labels', [askFull, 'First name Dana, last name Reyes.'], 'Dana Reyes'],
  ['spelled', [askFull, 'Dana Rays. R-E-Y-E-S.'], 'Dana Reyes'],
  [
    'spelled when asked',
    [askFull, 'dana rays', 'rep: How do you spell the last name?', 'r e y e s'],
    'Dana Reyes',
  ],
  [
    'spelled with words',
    [askFull, 'Dana Vance. V as in Victor, a, n like Nancy, s as in Sam, e.'],
    'Dana Vanse',
  ],
  ['with a double letter', [askFull, 'Kim Hoper, that is H O double P E R.'], 'Kim Hopper'],
  ['with a letter', [askFull, "Eric Nowak. That's Erik with a K."], 'Erik Nowak'],
  ['put right', [askFull, 'Dana Smith.', 'rep: Smith, okay.', 'Not Smith, Smyth.'], 'Dana Smyth'],
  [
    'put right the other way',
    [askFull, 'Dana Smith.', 'rep: Dana Smith.', "It's Smyth, not Smith."],
    'Dana Smyth',
  ],
  ['after a title', ["Hello, this is Mrs. Okafor, I'd like an appointment."], 'Okafor'],
  ['taken back', [askFull, 'Dana Reyes.', 'rep: Okay.', "Please don't put my real name."], null],
  ['of a husband', ['Hi, my husband Tom called yesterday, his name is Tom Baker.'], null],
  ['of a child', ["rep: What's your daughter's name?", 'Emily.'], null],
  ['of the rep', ['rep: Hi, my name is Julia Stone, how can I help?', 'My heater is broken.'], null],
  [
    'a state of mind',
    ["I'm calling because I'm really worried. I'm American, I'm ready, it's Monday."],
    null,
  ],
  ['no answer', [ask, 'Hold on, let me turn that down.'], null],
  [
    'or an account number',
    ['rep: Would you give me your full name or account ID?', 'Alessandro Phoenix', 'aphoenix939'],
    'Alessandro Phoenix',
  ],
  ['a company', ['rep: What is the name of the company?', 'Ridgeline Cardiology.'], null],
  [
    'an apology',
    [askFull, 'Dana Reyes.', 'rep: Thank you.', "I'm sorry, it's such short notice."],
    'Dana Reyes',
  ],
];

describe('a name', () => {
  test.each(spoken)('%s', (_, lines, name) => {
    expect(heardIn('name', lines)?.text ?? null).toBe(name);
  });

  test('comes in its parts', () => {
    expect(heardIn('name', [ask, 'This is Dana Reyes.'])).toMatchObject({
      value: { firstName: 'Dana', lastName: 'Reyes' },
      words: 'Dana Reyes',
    });
  });
});
