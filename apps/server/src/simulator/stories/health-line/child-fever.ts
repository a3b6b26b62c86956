import { askName, askPhone, bookUrgent, goodbye } from '../../asks.ts';
import { caller, rep, type Story, type Teller, type Turn } from '../../story.ts';

export const childFever: Story = {
  key: 'child-fever',
  desk: 'health-line',
  who: { born: [1982, 2003] },
  tell(t) {
    const child = t.pick(['my son', 'my daughter', 'my little one']);
    const age = t.pick(['two years old', 'three and a half', 'four', 'eighteen months old']);
    const fever = t.pick(fevers);
    const branch = t.pick([watchAtHome, seenToday])(t);
    return {
      problem: 'fever of a child',
      readings: [{ kind: 'temperature', value: fever.value, unit: '°F' }],
      topic: "your child's fever",
      reason: t.pick([
        `I'm calling about ${child}. There's been a fever since last night and I don't know if we should come in.`,
        `It's ${child}, who is ${age}, burning up with a fever of ${fever.said}.`,
      ]),
      turns: [
        rep("I'm sorry to hear that. How old is your child?"),
        caller(`Just turned ${age}.`),
        rep('And what was the last temperature, and how did you take it?'),
        caller(
          `It was ${fever.said}, ${t.pick(['under the arm', 'with the ear thermometer', 'on the forehead'])}, about ${t.pick(['an hour', 'twenty minutes'])} ago.`,
        ),
        rep('Have you given anything for it?'),
        caller(
          t.pick([
            "Children's ibuprofen, five milliliters, around noon. No, sorry, it was closer to one.",
            'Just Tylenol, but it comes right back after a few hours.',
            'Nothing yet. I wanted to ask first.',
          ]),
        ),
        ...branch,
        ...askName(t),
        ...askPhone(t),
        ...goodbye(t),
      ],
    };
  },
};

const fevers = [
  { said: 'a hundred and one point four', value: '101.4' },
  { said: 'a hundred and two', value: '102' },
  { said: 'a hundred and two point six', value: '102.6' },
  { said: 'a hundred and three', value: '103' },
];

function watchAtHome(t: Teller): Turn[] {
  return [
    rep('Is your child drinking, and have there been wet diapers or trips to the bathroom today?'),
    caller(
      t.pick([
        'Drinking a little, yes, and two wet diapers since this morning.',
        'Yes, mostly apple juice, but going normally.',
      ]),
    ),
    rep('Any rash, stiff neck, trouble breathing, or being hard to wake?'),
    caller(
      t.pick(['No, nothing like that. Just cranky and tired.', 'No. Playing a bit when the fever is down.']),
    ),
    rep(
      "That's reassuring. Keep offering fluids, light clothes, and check the temperature every four hours.",
    ),
    caller('And when should I worry?'),
    rep(
      "If it goes over a hundred and four, lasts more than three days, or there's a rash or trouble breathing, call us back or go to the emergency room.",
    ),
    caller(t.pick(t.manner.thanks)),
  ];
}

function seenToday(t: Teller): Turn[] {
  return [
    rep('Is there anything besides the fever? An earache, a cough, a rash?'),
    caller(
      t.pick([
        'Yes, pulling at the left ear and crying every time I lay down the pillow.',
        'A barking cough that started during the night, it sounds awful.',
        "There's a red rash on the belly since this morning.",
      ]),
    ),
    rep('Does the breathing look normal to you? No sucking in at the ribs?'),
    caller(
      t.pick([
        'It looks normal, just fast when the fever is up.',
        "I think it's fine. I watched for a while.",
      ]),
    ),
    rep("Then I'd like the doctor to see you today."),
    ...bookUrgent(t, 'the doctor'),
  ];
}
