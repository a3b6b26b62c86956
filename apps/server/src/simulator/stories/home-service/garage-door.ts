import { askAddress, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const garageDoor: Story = {
  key: 'garage-door',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([brokenSpring, offTrack, opener])(t);
    return {
      ...branch,
      topic: 'your garage door',
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

function brokenSpring(t: Teller): Branch {
  return {
    problem: 'garage door spring broken',
    reason: t.pick([
      "There was a loud bang in the garage and now the door won't open. My car is stuck inside.",
      'I think the spring on my garage door broke. It only goes up a few inches and stops.',
    ]),
    turns: [
      rep('Can you see a gap in the big spring above the door?'),
      caller(
        t.pick([
          "Yes! There's a gap, about two inches.",
          'There are two springs, and one of them looks different.',
        ]),
      ),
      rep(
        "Then please don't try to lift it. It's very heavy without the spring. Is it a single or a double door?",
      ),
      caller(t.pick(['A double.', 'Single. One car.'])),
      rep(
        "We have both on the truck. It's two hundred and eighty dollars for one spring, or four hundred for the pair.",
      ),
      caller(t.pick(['Four hundred? Do I need both?', "Just do both, so I don't have to call again."])),
      rep("They wear out at the same rate, so most people replace both. You can decide when he's there."),
      caller(t.pick(['I have to be at work tomorrow, and I need my car.', 'Okay, that sounds fair.'])),
    ],
    booking: bookUrgent(t, 'a technician'),
  };
}

function offTrack(t: Teller): Branch {
  return {
    problem: 'garage door off its track',
    reason: "I backed into my garage door. It's hanging there crooked, half open.",
    turns: [
      rep('It happens more often than you think. Are you all right, and is anybody able to walk under it?'),
      caller(
        t.pick(["I'm fine, just embarrassed.", 'I put trash cans in front of it so the kids stay away.']),
      ),
      rep("Perfect. Please don't press the button any more. Is the panel bent, or only out of the rails?"),
      caller(t.pick(['The bottom panel has a good dent in it.', "It's just out on the left side, I think."])),
      rep('Do you want the panel replaced or only made to close again?'),
      caller(
        t.pick(['Just close it for now, and give me a price for the panel.', "I'll ask my insurance first."]),
      ),
    ],
    booking: t.pick([bookUrgent, bookVisit])(t, 'a technician'),
  };
}

function opener(t: Teller): Branch {
  return {
    problem: 'garage door opener not working',
    reason:
      'My garage door goes down, touches the floor and comes right back up again. It has a mind of its own.',
    turns: [
      rep('Are there two little lights at the bottom of the rails, and are both on?'),
      caller(
        t.pick(['One is green and the other is off.', 'Both on, but one flickers when a truck goes by.']),
      ),
      rep('Could you wipe both of them and make sure they point at each other?'),
      caller(
        t.pick([
          'I did. It worked once, and then it came up again.',
          'There was a spider web in it. Hm, no, still the same.',
        ]),
      ),
      rep('Then one of the sensors may be dying. How old is the opener?'),
      caller(
        t.pick([
          'Maybe twenty years. It was here when we moved in.',
          'Five years, it should still be under warranty.',
        ]),
      ),
      rep("We'll check that. Until then you can close it by holding the wall button down."),
      caller(t.pick(['Oh, that works! Good to know.', 'Let me try. Yes, it stays down.'])),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}
