import { askAddress, askEmail, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const furnace: Story = {
  key: 'furnace',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([noHeat, shortCycling, tuneUp])(t);
    return {
      ...branch,
      topic: 'your furnace',
      turns: [
        ...branch.turns,
        ...askName(t),
        ...askAddress(t),
        ...askPhone(t),
        ...branch.booking,
        ...askEmail(t),
        ...goodbye(t),
      ],
    };
  },
};

function noHeat(t: Teller): Branch {
  const inside = sayNumber(t.whole(48, 59));
  return {
    problem: 'furnace not heating',
    reason: t.pick([
      `The furnace quit sometime during the night. It's ${inside} degrees in here and dropping.`,
      `We have no heat. The furnace clicks three times and then nothing happens, and it's ${inside} in the bedroom.`,
    ]),
    turns: [
      rep("I'm sorry, let's get you warm. Is the thermostat showing anything?"),
      caller(
        t.pick(["It says heat on, and it's blinking.", "It's completely blank. Could it be the batteries?"]),
      ),
      rep('Could you try fresh batteries while we talk? And is the switch on the side of the furnace up?'),
      caller(
        t.pick(["The switch is up. I don't have any batteries, sorry.", 'I put new ones in, same thing.']),
      ),
      rep('Is there a small light on the furnace door, and how often does it blink?'),
      caller(
        t.pick([
          'Three short ones, then a pause.',
          "It's green and doesn't blink.",
          'Yes. Four times. No, sorry, five.',
        ]),
      ),
      rep(
        "That helps, I'll write it down for the technician. Do you have children or elderly people in the house?",
      ),
      caller(
        t.pick([
          "A newborn. She's three weeks old.",
          "My father-in-law, he's eighty-six.",
          "No, it's just me, I have a space heater.",
        ]),
      ),
      rep('Thank you. Please keep the space heater away from curtains, and never use the oven for warmth.'),
      caller('I know, I know. I just want it to be warm again.'),
    ],
    booking: bookUrgent(t, 'a technician'),
  };
}

function shortCycling(t: Teller): Branch {
  return {
    problem: 'furnace turns on and off',
    reason: 'My furnace turns on, runs for two minutes and shuts off again, all day long.',
    turns: [
      rep('When did that begin, and did anything change around that time?'),
      caller(
        t.pick([
          'About a week ago, right after the first cold night.',
          'Since we had the thermostat replaced, come to think of it.',
        ]),
      ),
      rep('And when was the filter changed the last time?'),
      caller(
        t.pick([
          'I changed it this weekend and it got a little better.',
          "I honestly don't remember.",
          'October.',
        ]),
      ),
      rep('It may be the flame sensor, or it overheats. Both are quick to fix when caught early.'),
      caller(t.pick(['What would that cost me?', "Okay. I'd rather not wait until it dies."])),
      rep('The visit is ninety-five dollars, and we take that off the repair.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}

function tuneUp(t: Teller): Branch {
  const years = sayNumber(t.whole(3, 14));
  return {
    problem: 'furnace tune-up',
    reason: "I'd like to get my furnace checked before the winter. I got one of your postcards.",
    turns: [
      rep('Good idea. Is it gas, oil or electric, and how old is it?'),
      caller(`Gas, and it's ${years} years old.`),
      rep('And has it been serviced every year?'),
      caller(
        t.pick(['Every year by the people before you, they retired.', 'Uh, no. Maybe twice altogether.']),
      ),
      rep('The tune-up is a hundred and twenty-nine dollars, or ninety-nine with the code on the postcard.'),
      caller(
        t.pick([
          'The code is W I N T E R twenty.',
          'I threw the card away, can I still get the ninety-nine?',
        ]),
      ),
      rep(
        "I've put the lower price in for you. It takes about an hour, and the technician needs a clear path to the unit.",
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}
