import { askAddress, askName, askPhone, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const pests: Story = {
  key: 'pests',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([ants, mice, wasps])(t);
    return {
      ...branch,
      topic: 'pest control',
      turns: [
        ...branch.turns,
        ...askName(t),
        ...askAddress(t),
        ...askPhone(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function ants(t: Teller): Branch {
  return {
    problem: 'ants in the kitchen',
    reason:
      "We have ants in the kitchen, hundreds of them. I wipe them up at night and in the morning they're back.",
    turns: [
      rep('Are they small and brown, or large and black?'),
      caller(
        t.pick([
          'Tiny, brown. They walk in a line.',
          'Big black ones, and yesterday there were some with wings.',
        ]),
      ),
      rep('Do you see where they come in?'),
      caller(t.pick(['From behind the dishwasher.', 'Along the window, I think, from the flower bed.'])),
      rep('Please stop spraying now, so that they take the bait. Do you have pets or small children?'),
      caller(
        t.pick([
          'Two cats, and they get into everything.',
          'A toddler, so nothing poisonous on the floor, please.',
          'No, nobody.',
        ]),
      ),
      rep(
        'The bait goes into closed boxes. One visit is a hundred and fifty, with a second one free within thirty days.',
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}

function mice(t: Teller): Branch {
  return {
    problem: 'mice in the house',
    reason: t.pick([
      'I hear scratching in the walls at night, and this morning there were droppings in the pantry.',
      'I saw a mouse. In my kitchen. It looked right at me.',
    ]),
    turns: [
      rep('How long have you been noticing that?'),
      caller(
        t.pick([
          'Since it got cold, two weeks maybe.',
          "Just since last night, and I didn't sleep a minute.",
        ]),
      ),
      rep('Have you put out any traps or poison yourself?'),
      caller(
        t.pick([
          'Four traps with peanut butter, and they ate it off without setting them off.',
          "No! I don't even want to go in there.",
        ]),
      ),
      rep('We close the holes they use first, then we set traps and come back twice to check them.'),
      caller(t.pick(['And what do I do with my food until then?', 'Do I have to touch anything?'])),
      rep('Put the food in glass or metal, wipe the shelves with gloves on, and leave the rest to us.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'somebody'),
  };
}

function wasps(t: Teller): Branch {
  return {
    problem: 'wasp nest',
    reason: "There's a wasp nest under my porch roof, as big as a football, and my son is allergic.",
    turns: [
      rep('Has anybody been stung?'),
      caller(t.pick(['Not yet, thank God.', "My husband, twice, but he's okay."])),
      rep('How high is it, and can it be reached with a ladder?'),
      caller(
        t.pick([
          'Ten feet, right over the front door.',
          "You could almost touch it, it's above the mailbox.",
        ]),
      ),
      rep(
        "Please use another door, and don't spray anything at it. We come in the evening, when they're all in the nest.",
      ),
      caller(
        t.pick(["That works, we're home in the evening.", 'Is it safe to sleep with the windows open?']),
      ),
      rep('Keep the windows on that side closed for tonight. After the treatment it takes about a day.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a specialist'),
  };
}
