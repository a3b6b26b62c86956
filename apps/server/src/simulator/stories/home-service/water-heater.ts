import { askAddress, askEmail, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const waterHeater: Story = {
  key: 'water-heater',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([leaking, noHotWater, rumbling])(t);
    return {
      ...branch,
      topic: 'your water heater',
      turns: [
        ...branch.turns,
        ...askName(t),
        ...askPhone(t),
        ...askAddress(t),
        ...branch.booking,
        ...askEmail(t),
        ...goodbye(t),
      ],
    };
  },
};

function leaking(t: Teller): Branch {
  const age = t.pick([
    'about twelve years',
    'maybe nine years',
    'it came with the house, so at least fifteen years',
  ]);
  return {
    problem: 'water heater leaking',
    reason: t.pick([
      "It's the water heater. There's water all over my garage floor and it's coming from the bottom of the tank.",
      'My water heater is leaking. I went down to the basement this morning and stepped into a puddle.',
    ]),
    turns: [
      rep('Oh no. Is the water still running out, or has it slowed down?'),
      caller(
        t.pick([
          "It's a steady drip, I have a bucket under it.",
          "Still coming. I have towels down but they're soaked.",
        ]),
      ),
      rep(
        'There should be a valve on the cold pipe above the tank. Can you turn it clockwise until it stops?',
      ),
      caller(
        t.pick([
          "Hold on. Okay, I turned it, and it's slowing down now.",
          "It'll not move, it's completely stuck.",
        ]),
      ),
      rep("That's all right, you did well. Is it a gas or an electric heater, and how old is it?"),
      caller(`It's ${t.pick(['gas', 'electric'])}, and I think ${age}.`),
      rep('At that age a leaking tank usually has to be replaced, but the technician will look first.'),
      caller(t.pick(['How much is that going to be?', "I was afraid you'd say that."])),
      rep("He'll give you a price before he starts anything. The visit itself is eighty-nine dollars."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookUrgent(t, 'a plumber'),
  };
}

function noHotWater(t: Teller): Branch {
  return {
    problem: 'no hot water',
    reason: t.pick([
      'We have no hot water since last night, and I have two kids who need a bath.',
      "There's no hot water in the whole house. It was lukewarm yesterday and now it's just cold.",
    ]),
    turns: [
      rep('I understand. Do you know whether the heater runs on gas?'),
      caller(
        t.pick(["Yes, it's gas.", "Gas, I think. There's a little window with a flame, or there should be."]),
      ),
      rep('Can you see a small flame through the window at the bottom?'),
      caller(t.pick(["No, it's dark in there.", 'No flame, and there is a red light blinking four times.'])),
      rep('Then the pilot is out. Do you smell any gas around it?'),
      caller(t.pick(['No, nothing like that.', 'No, it just smells like a basement.'])),
      rep("Good. Please leave it off then, and we'll have somebody look at the burner."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: t.pick([bookVisit, bookUrgent])(t, 'a technician'),
  };
}

function rumbling(t: Teller): Branch {
  return {
    problem: 'water heater making noise',
    reason: 'My water heater makes a terrible rumbling noise, like somebody is popping popcorn in there.',
    turns: [
      rep("That's usually sediment at the bottom of the tank. When was it flushed last?"),
      caller(
        t.pick([
          "Flushed? I didn't know I had to do that.",
          'Never, as far as I know. We moved in six years ago.',
        ]),
      ),
      rep('No worries, most people never do it. Is the water still hot enough?'),
      caller(
        t.pick([
          "It is, but it doesn't last. Five minutes and it's gone.",
          "Yes, the water is fine, it's just the noise at night.",
        ]),
      ),
      rep(
        'Then a flush will most likely help. It takes about an hour and costs a hundred and forty dollars.',
      ),
      caller(t.pick(["That's reasonable.", 'Okay, let us do that before it gets worse.'])),
    ],
    booking: bookVisit(t, 'a plumber'),
  };
}
