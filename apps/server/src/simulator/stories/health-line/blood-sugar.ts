import { askBirthDate, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, type Reading, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const bloodSugar: Story = {
  key: 'blood-sugar',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([high, low, newMeter])(t);
    return {
      ...branch,
      topic: 'your blood sugar',
      turns: [
        ...askName(t),
        ...askBirthDate(t),
        ...branch.turns,
        ...askPhone(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function high(t: Teller): Branch {
  const fasting = t.whole(185, 240);
  const evening = t.whole(261, 318);
  return {
    problem: 'high blood sugar',
    readings: [sugar(fasting), sugar(evening)],
    reason: `My sugar has been over ${sayNumber(Math.floor(fasting / 10) * 10)} every morning this week, and I haven't changed anything.`,
    turns: [
      rep('What was it this morning before breakfast, and what was the highest?'),
      caller(`This morning ${sayReading(fasting)}, and last night it was ${sayReading(evening)}.`),
      rep('Are you very thirsty, sick to your stomach, or breathing fast?'),
      caller(
        t.pick(['Thirsty, yes. I get up four times a night.', "No, I feel normal, that's what worries me."]),
      ),
      rep('What do you take for it?'),
      caller(
        t.pick([
          'Metformin twice a day and twelve units of the long insulin at night.',
          'Only metformin, a thousand.',
          'Insulin. Twenty units. No, sorry, twenty-two since the last visit.',
        ]),
      ),
      rep('Have you been ill, or did you get any new medicine, a cortisone shot for instance?'),
      caller(
        t.pick([
          'A shot in my shoulder, two weeks ago!',
          "I had a cold, and I'm still coughing.",
          'No, nothing new.',
        ]),
      ),
      rep(
        'That can drive it up. Drink plenty of water, measure four times a day, and call at once if it goes over three fifty or you throw up.',
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: t.pick([bookUrgent, bookVisit])(t, 'a doctor'),
  };
}

function low(t: Teller): Branch {
  const reading = t.whole(52, 66);
  const after = t.whole(88, 112);
  return {
    problem: 'low blood sugar',
    readings: [sugar(reading), sugar(after)],
    reason: `I'm shaking and sweating, and my meter says ${sayNumber(reading)}.`,
    turns: [
      rep('Do you have juice or sugar within reach? Half a cup of juice, please, right now.'),
      caller(
        t.pick(["I have orange juice. Okay. I'm drinking it.", 'I have those glucose tablets, how many?']),
      ),
      rep("Good. Four tablets if it's tablets. Is anybody with you?"),
      caller(t.pick(['My husband is in the yard.', "No, I'm alone."])),
      rep('Then I stay on the line with you. What did you eat today, and when was your insulin?'),
      caller(
        t.pick([
          'I took it at eight, and then the phone rang and I never had breakfast.',
          'A normal lunch, but I mowed the lawn after that.',
        ]),
      ),
      rep('That explains it. Please measure again now.'),
      caller(`Hold on. It's ${sayReading(after)}. I feel better already.`),
      rep(
        "Very good. Eat something with bread now, and don't drive for an hour. The doctor may want to change the dose.",
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a doctor'),
  };
}

function newMeter(t: Teller): Branch {
  const first = t.whole(121, 149);
  const second = t.whole(151, 179);
  return {
    problem: 'blood sugar meter gives different readings',
    readings: [sugar(first), sugar(second)],
    reason: 'I got a new meter and it shows something different from the old one. Which one do I believe?',
    turns: [
      rep('How far are they apart?'),
      caller(
        `The old one says ${sayReading(first)}, and the new one ${sayReading(second)}, from the same finger.`,
      ),
      rep(
        "Up to fifteen percent is normal. Are the strips of the old one still good? There's a date on the bottle.",
      ),
      caller(t.pick(["It says March. So they're expired.", "They're good until next year."])),
      rep('And did you wash your hands before?'),
      caller(t.pick(['I had an orange just before. Oh.', 'Yes, always.'])),
      rep('Use the new one from now on, and bring it to your next visit; we compare it with the lab.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'the nurse'),
  };
}

function sugar(value: number): Reading {
  return { kind: 'blood sugar', value: String(value), unit: 'mg/dL' };
}

/** `218` → `two eighteen`, as people read a meter. */
function sayReading(n: number): string {
  const rest = n % 100;
  if (n < 100 || rest === 0) return sayNumber(n);
  return `${sayNumber(Math.floor(n / 100))} ${rest < 10 ? `oh ${sayNumber(rest)}` : sayNumber(rest)}`;
}
