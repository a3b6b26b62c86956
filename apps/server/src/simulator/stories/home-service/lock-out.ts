import { askAddress, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const lockOut: Story = {
  key: 'lock-out',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([lockedOut, brokenKey, newLocks])(t);
    return {
      ...branch,
      topic: 'your lock',
      turns: [
        ...branch.turns,
        ...askAddress(t),
        ...askName(t),
        ...askPhone(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function lockedOut(t: Teller): Branch {
  return {
    problem: 'locked out of the house',
    reason: t.pick([
      "I locked myself out. I'm standing in front of my house in my slippers.",
      'The door fell shut behind me and my keys are inside, and the stove is on.',
    ]),
    turns: [
      rep('Are you safe where you are? Is there a child or anything on the stove inside?'),
      caller(
        t.pick([
          'Nobody inside, no. Just cold.',
          "There's a pot of soup on low, and I'm getting nervous.",
          'The baby is asleep in there!',
        ]),
      ),
      rep(
        "If anybody is in danger inside, please call nine one one too; they're faster than we are. Is it a deadbolt or just the latch?",
      ),
      caller(
        t.pick([
          'I only pulled it shut, so just the latch.',
          "It's one of those keypads, but the battery is dead.",
        ]),
      ),
      rep('Good, that usually opens without drilling. Do you have an ID, or will it be inside?'),
      caller(
        t.pick([
          "It's in my purse. In the kitchen.",
          'I have my wallet on me.',
          'My neighbor can tell you who I am.',
        ]),
      ),
      rep("That'll do. Opening the door is ninety-five dollars, a hundred and forty after eight at night."),
      caller(t.pick(['Okay, just come.', t.pick(t.manner.thanks)])),
    ],
    booking: bookUrgent(t, 'a locksmith'),
  };
}

function brokenKey(t: Teller): Branch {
  return {
    problem: 'key broken off in the lock',
    reason: "My key broke off in the lock of the back door. Half of it's still in there.",
    turns: [
      rep('Can you still get in through another door?'),
      caller(t.pick(['Yes, through the garage.', "No, that's the only one I have a key for."])),
      rep("Please don't push anything else in. Is the lock turned, or in its normal position?"),
      caller(t.pick(['Straight up and down, so normal, I guess.', "It's stuck half way."])),
      rep('Then we can most likely pull it out and cut you a new key from the pieces.'),
      caller(t.pick(['I have the other half right here.', 'And if not?'])),
      rep("In the worst case the cylinder is replaced, that's eighty-five dollars more."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: t.pick([bookUrgent, bookVisit])(t, 'a locksmith'),
  };
}

function newLocks(t: Teller): Branch {
  const doors = t.pick(['three', 'two', 'four']);
  return {
    problem: 'locks to be changed',
    reason: t.pick([
      "We just bought a house and I'd like to have all the locks changed.",
      'My purse was stolen, with the keys and my address in it. I want new locks.',
    ]),
    turns: [
      rep('How many doors are we talking about?'),
      caller(`It's ${doors}. No, wait, with the one to the garage it's one more.`),
      rep('Would you like one key for all of them?'),
      caller(t.pick(['Yes, please, one key.', 'One for us, and the garage separate for the tenant.'])),
      rep('And how many copies should we cut?'),
      caller(t.pick(['Five.', 'Four, and one for my mother, so five.'])),
      rep('Rekeying is twenty-five dollars a lock plus the visit, new locks start at seventy.'),
      caller(t.pick(['Rekeying is fine.', "I'd like new ones, the old ones are all scratched up."])),
    ],
    booking: bookVisit(t, 'a locksmith'),
  };
}
