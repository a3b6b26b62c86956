import { askBirthDate, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const pregnancyNausea: Story = {
  key: 'pregnancy-nausea',
  desk: 'health-line',
  who: { isWoman: true, born: [1985, 2003] },
  tell(t) {
    const branch = t.pick([nothingStays, mild])(t);
    return {
      ...branch,
      topic: 'nausea in pregnancy',
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

function nothingStays(t: Teller): Branch {
  const weeks = sayNumber(t.whole(7, 13));
  const pounds = sayNumber(t.whole(5, 9));
  return {
    problem: 'severe nausea in pregnancy',
    reason: `I'm ${weeks} weeks pregnant and I can't keep anything down, not even water.`,
    turns: [
      rep('That sounds exhausting. Since when has nothing stayed down?'),
      caller(
        t.pick([
          'Since yesterday morning.',
          "It's been bad for a week, but since last night it's everything.",
        ]),
      ),
      rep('How often do you go to the bathroom, and is it dark?'),
      caller(t.pick(['Twice since yesterday, and yes, very dark.', 'Once today, I think.'])),
      rep('Do you feel dizzy, or have you lost weight?'),
      caller(`I've lost ${pounds} pounds, and I see stars when I get up.`),
      rep('Any bleeding, any pain in your belly, or a fever?'),
      caller('No. No bleeding.'),
      rep("You need fluids today, that's safe for the baby and for you. Somebody should drive you."),
      caller(
        t.pick([
          'My sister can drive me.',
          'Do I have to stay overnight?',
          'Okay. Thank you. I was afraid I was making a fuss.',
        ]),
      ),
    ],
    booking: bookUrgent(t, 'the day clinic'),
  };
}

function mild(t: Teller): Branch {
  const weeks = sayNumber(t.whole(6, 11));
  return {
    problem: 'nausea in pregnancy',
    reason: t.pick([
      `I'm ${weeks} weeks along and sick all day long. Is there anything I'm allowed to take?`,
      `Is it normal to feel this sick at ${weeks} weeks? It's my first.`,
    ]),
    turns: [
      rep(
        "It's very common, and there's something you can do. Are you able to drink and keep some food down?",
      ),
      caller(t.pick(["Crackers and ginger ale, that's about it.", 'If I eat very little at a time.'])),
      rep('Is it worse at a certain time, or with certain smells?'),
      caller(t.pick(['Coffee. I used to love coffee.', 'In the car, and in the morning before I get up.'])),
      rep(
        'Eat something dry before you stand up, small meals every two hours, and take the vitamins at night.',
      ),
      caller(t.pick(['And what about the ginger pills?', "I've tried that for a week now."])),
      rep(
        "Ginger is fine. There's also vitamin B six, ten milligrams, three times a day; the midwife can add something if that's not enough.",
      ),
      caller(t.pick(['B six, ten milligrams, three times. I wrote it down.', t.pick(t.manner.thanks)])),
    ],
    booking: bookVisit(t, 'the midwife'),
  };
}
