import { askAddress, askName, askPhone, bookUrgent, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const gasSmell: Story = {
  key: 'gas-smell',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([strong, faint])(t);
    return {
      ...branch,
      topic: 'a smell of gas',
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

function strong(t: Teller): Branch {
  return {
    problem: 'strong smell of gas',
    reason: t.pick([
      "It smells like gas in my kitchen, really strong, and I don't know what to do.",
      'I came home and the whole house smells like rotten eggs.',
    ]),
    turns: [
      rep(
        "Please leave the house right now, with everybody in it, and don't touch any switch on the way. Can you do that?",
      ),
      caller(t.pick(["Okay, I'm going. Kids, outside, now!", "I'm already on the sidewalk."])),
      rep('Good. Stay at least a hundred yards away. Have you called the gas company or nine one one yet?'),
      caller(t.pick(['No, I called you first.', 'The fire department is on its way.'])),
      rep(
        'When we hang up, call the emergency number of your gas company. They close it at the meter, and they come for free.',
      ),
      caller(t.pick(['And what do you do then?', 'Okay. I have the number on my bill.'])),
      rep("After they say it's safe, our plumber finds the leak and repairs it."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookUrgent(t, 'a gas plumber'),
  };
}

function faint(t: Teller): Branch {
  const where = t.pick(['behind the stove', 'next to the dryer', 'by the fireplace']);
  return {
    problem: 'faint smell of gas',
    reason: `Every now and then there's a faint smell of gas ${where}. It's not strong, it comes and goes.`,
    turns: [
      rep('Do you smell it at this moment?'),
      caller(t.pick(['A tiny bit, if I put my nose right there.', 'No, not now. It was last night.'])),
      rep("Are you able to close the valve of that appliance? It stands across the pipe when it's closed."),
      caller(t.pick(["Yes, it's a yellow handle. Closed.", 'I would have to pull the whole thing out.'])),
      rep(
        "Open a window, please, and if it gets stronger, leave and call the gas company. That's always right.",
      ),
      caller(t.pick(['All right.', 'Should I turn off the heater too?'])),
      rep('Leave the rest as it is. We come with a detector and test every joint.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookUrgent(t, 'a gas plumber'),
  };
}
