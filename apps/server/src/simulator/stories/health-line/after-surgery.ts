import { askBirthDate, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const afterSurgery: Story = {
  key: 'after-surgery',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([redWound, painControl, stitches])(t);
    return {
      ...branch,
      topic: 'your recovery',
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

const operations = [
  'my knee replacement',
  'the gallbladder surgery',
  'my hernia operation',
  'the shoulder surgery',
];

function redWound(t: Teller): Branch {
  const days = sayNumber(t.whole(4, 9));
  const tenths = t.whole(2, 9);
  return {
    problem: 'possible wound infection after surgery',
    readings: [{ kind: 'temperature', value: `100.${tenths}`, unit: '°F' }],
    reason: `I had ${t.pick(operations)} ${days} days ago, and the cut looks red and it's warm.`,
    turns: [
      rep("I'm glad you called. Is anything coming out of the wound?"),
      caller(
        t.pick(['A little yellow stuff on the bandage this morning.', "No, it's dry, but it's swollen."]),
      ),
      rep('Is the red area getting larger? You could draw around it with a pen.'),
      caller(
        t.pick([
          "It was the size of a quarter yesterday, and now it's more like my palm.",
          "I think it's about the same as yesterday.",
        ]),
      ),
      rep('Have you measured your temperature?'),
      caller(`Just now, it's a hundred point ${sayNumber(tenths)}.`),
      rep('And are you taking an antibiotic at the moment?'),
      caller(
        t.pick(['They gave me some for three days and I finished them.', 'No, only something for the pain.']),
      ),
      rep("The surgeon should see that today. Please don't put any cream on it until then."),
      caller(t.pick(["I was hoping you'd say it's nothing.", t.pick(t.manner.thanks)])),
    ],
    booking: bookUrgent(t, 'the surgeon'),
  };
}

function painControl(t: Teller): Branch {
  const pain = t.whole(6, 9);
  return {
    problem: 'pain after surgery',
    readings: [{ kind: 'pain', value: String(pain), unit: 'of 10' }],
    reason: `The pain after ${t.pick(operations)} is worse at night, and the pills only help for two hours.`,
    turns: [
      rep('How strong is it at night, from zero to ten?'),
      caller(`${t.pick(['Easily', 'About', 'Around'])} ${sayNumber(pain)}. During the day it's a four.`),
      rep('What are you taking, and how often?'),
      caller(
        t.pick([
          'Oxycodone, five milligrams, every six hours.',
          'Tylenol, the extra strength, two at a time.',
          'I stopped the strong ones, they made me sick.',
        ]),
      ),
      rep('Is your calf swollen or hot, or do you have trouble breathing?'),
      caller(t.pick(['No, both legs look the same.', 'No, I checked, they told me about that.'])),
      rep(
        "Good. Try one dose half an hour before bed, ice for twenty minutes, and a pillow under it. I'll ask the surgeon about a change.",
      ),
      caller(t.pick(['Could I take a sleeping pill with that?', "I'll try that tonight."])),
      rep("Please nothing else for sleep together with those. He'll call you before five."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

function stitches(t: Teller): Branch {
  return {
    problem: 'stitches to be removed',
    reason: 'I was told to have my stitches taken out after ten days, and nobody gave me an appointment.',
    turns: [
      rep('Let me see. When was the operation, and where are they?'),
      caller(t.pick(['The ninth, on my left hand.', "A week ago Monday, on my back, so I can't see them."])),
      rep('Does everything look dry and closed?'),
      caller(t.pick(['My wife says it looks good.', 'One of them came out by itself, is that bad?'])),
      rep('Please keep it dry until we see you, and leave the tape on.'),
      caller(t.pick(['So no swimming. Okay.', t.pick(t.manner.thanks)])),
    ],
    booking: bookVisit(t, 'a nurse'),
  };
}
