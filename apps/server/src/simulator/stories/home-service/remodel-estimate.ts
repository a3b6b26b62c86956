import { askAddress, askEmail, askName, askPhone, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const remodelEstimate: Story = {
  key: 'remodel-estimate',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([bathroom, kitchen, walkInShower])(t);
    return {
      ...branch,
      topic: 'an estimate for a remodel',
      turns: [
        ...branch.turns,
        ...askName(t),
        ...askAddress(t),
        ...askPhone(t),
        ...askEmail(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function bathroom(t: Teller): Branch {
  const budget = sayNumber(t.whole(8, 18));
  return {
    problem: 'estimate for a bathroom remodel',
    reason:
      "I'd like an estimate for a bathroom. It's all pink tile from the sixties and I can't look at it any more.",
    turns: [
      rep('I can picture it. Is it the whole bathroom, or would the tub and toilet stay?'),
      caller(
        t.pick(['Everything out. Everything.', "The tub can stay, it's cast iron and my wife loves it."]),
      ),
      rep('About how large is the room?'),
      caller(
        t.pick(['Five by eight, the usual.', 'Seven by nine. No, sorry, seven by ten, I just measured it.']),
      ),
      rep('Do you have a budget in mind?'),
      caller(`Somewhere around ${budget} thousand, if that's realistic.`),
      rep("That's a good frame for that size. And when would you like the work to start?"),
      caller(
        t.pick([
          'After the holidays.',
          'As soon as possible, we only have the one.',
          'No rush, spring would be fine.',
        ]),
      ),
    ],
    booking: bookVisit(t, 'an estimator'),
  };
}

function kitchen(t: Teller): Branch {
  return {
    problem: 'estimate for a kitchen remodel',
    reason: "We're thinking about redoing our kitchen, and I wanted to get a quote from you.",
    turns: [
      rep('Wonderful. Are you keeping the layout, or moving the sink or the stove?'),
      caller(
        t.pick([
          "We'd like to take out the wall to the dining room.",
          'Same layout, new cabinets and counters.',
        ]),
      ),
      rep('Do you know whether that wall carries anything?'),
      caller(
        t.pick([
          "My neighbor took his out, and it's the same house.",
          "That's what I hope you can tell me.",
          'No wall comes out, just the cabinets.',
        ]),
      ),
      rep('The estimator will check. What about appliances, new or the old ones?'),
      caller(t.pick(['New ones, we have picked them already.', 'The fridge stays, the rest is new.'])),
      rep('And how did you hear about us?'),
      caller(
        t.pick([
          'You did the house across the street.',
          'A lady at my church recommended you.',
          'I just searched on my phone.',
        ]),
      ),
    ],
    booking: bookVisit(t, 'an estimator'),
  };
}

function walkInShower(t: Teller): Branch {
  const age = sayNumber(t.whole(76, 89));
  return {
    problem: 'estimate for a walk-in shower',
    reason: `My aunt is ${age} and can't get into the tub any more. How much would a walk-in shower be?`,
    turns: [
      rep('That depends on the room, but we do many of those. Does she use a walker or a wheelchair?'),
      caller(
        t.pick([
          'A walker.',
          'A wheelchair for the last month, since her hip.',
          'Neither yet, she holds on to the towel bar.',
        ]),
      ),
      rep(
        'Then we would put in grab bars and a seat, and no step at all. Is there a window in that bathroom?',
      ),
      caller(t.pick(['Yes, right over the tub.', 'No window.'])),
      rep('Do you decide together with somebody else who should be there for the visit?'),
      caller(t.pick(['My cousin, he pays half of it.', "No, it's just me and her."])),
      rep('With a letter from her doctor part of it can sometimes be paid by insurance.'),
      caller(t.pick(["Oh, I didn't know that.", t.pick(t.manner.thanks)])),
    ],
    booking: bookVisit(t, 'an estimator'),
  };
}
