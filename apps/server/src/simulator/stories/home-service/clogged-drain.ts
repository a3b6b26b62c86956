import { askAddress, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const cloggedDrain: Story = {
  key: 'clogged-drain',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([kitchenSink, sewerBackup, slowTub])(t);
    return {
      ...branch,
      topic: 'a clogged drain',
      turns: [
        ...branch.turns,
        ...askName(t),
        ...askPhone(t),
        ...askAddress(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function kitchenSink(t: Teller): Branch {
  return {
    problem: 'kitchen sink clogged',
    reason: t.pick([
      "My kitchen sink is completely backed up, and I've got people coming over.",
      "The kitchen drain is clogged. I've tried everything and it just sits there.",
    ]),
    turns: [
      rep('What have you tried so far? Any chemicals in there?'),
      caller(
        t.pick([
          'A plunger, and then half a bottle of drain cleaner.',
          'Just a plunger and boiling water.',
          'My brother put a snake in it and now the snake is stuck.',
        ]),
      ),
      rep('Thank you for telling me, the plumber needs to know that. Is there a garbage disposal?'),
      caller(
        t.pick([
          "Yes, and it hums but doesn't turn.",
          'No, just the drain.',
          'Yes. I may have put potato peels in it.',
        ]),
      ),
      rep('Does the water come up anywhere else when you run it, in the dishwasher for instance?'),
      caller(t.pick(["In the other side of the sink, it's gray and it stinks.", 'No, only there.'])),
      rep("Then it sits close to the sink. Clearing it's a flat price of a hundred and sixty-five dollars."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a plumber'),
  };
}

function sewerBackup(t: Teller): Branch {
  return {
    problem: 'sewer line backed up',
    reason:
      "Every time somebody flushes, it comes up in the shower. It's disgusting, and we only have the one bathroom.",
    turns: [
      rep("Oh, I'm sorry. That sounds like the main line. Are all drains slow?"),
      caller(
        t.pick([
          'All of them, yes. It gurgles when the washing machine runs.',
          'The shower is the worst, but yes.',
        ]),
      ),
      rep(
        "Please don't run any water until we've been there. Are there big trees between the house and the street?",
      ),
      caller(
        t.pick([
          'A huge willow. The last plumber wanted to cut it down.',
          "Two maples. Do you think it's roots?",
        ]),
      ),
      rep('It often is. Do you know where the cleanout is? A white or black cap, about four inches wide.'),
      caller(
        t.pick(["There's one by the driveway, I mow around it.", "I've never seen anything like that."]),
      ),
      rep("We'll bring a camera and show you what we see before we do anything."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookUrgent(t, 'a crew'),
  };
}

function slowTub(t: Teller): Branch {
  return {
    problem: 'slow bathtub drain',
    reason: 'The bathtub takes forever to drain. When I shower I end up standing in water up to my ankles.',
    turns: [
      rep('Is it only the tub, or the sink next to it as well?'),
      caller(t.pick(['Just the tub.', 'The sink is a little slow too, now that you say it.'])),
      rep('Do you rent, or is it your own place? In a rental the landlord may have to call us.'),
      caller(
        t.pick([
          "It's mine.",
          'I rent, but he told me to call and send him the bill.',
          'Renting. He never answers his phone, so I pay it myself.',
        ]),
      ),
      rep("That's fine. We only need somebody over eighteen to be there."),
      caller(t.pick(["I work from home, so that's no problem.", 'My roommate can let you in.'])),
    ],
    booking: bookVisit(t, 'a plumber'),
  };
}
