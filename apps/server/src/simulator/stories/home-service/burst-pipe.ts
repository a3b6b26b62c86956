import { askAddress, askName, askPhone, bookUrgent, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const burstPipe: Story = {
  key: 'burst-pipe',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([frozen, underTheSink, inTheWall])(t);
    return {
      ...branch,
      topic: 'a burst pipe',
      turns: [
        ...branch.turns,
        ...askAddress(t),
        ...askPhone(t),
        ...askName(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function frozen(t: Teller): Branch {
  return {
    problem: 'burst pipe',
    reason: t.pick([
      "A pipe burst in my basement! It's spraying everywhere, I need somebody right now.",
      "It froze last night and now a pipe in the crawl space has split open. There's water everywhere.",
    ]),
    turns: [
      rep("Okay, let's stop the water first. Do you know where your main shutoff is?"),
      caller(
        t.pick([
          "I think it's next to the meter. Is it the red one?",
          'No, I have no idea, we only moved in in March.',
        ]),
      ),
      rep(
        "It's usually where the pipe comes into the house, often near the water meter. Turn it clockwise all the way.",
      ),
      caller(
        t.pick([
          "Okay, wait. Okay, it's off, it's stopping.",
          "It's turning, it's turning. Yes, that did it.",
        ]),
      ),
      rep('Well done. Is there water anywhere near an outlet or the breaker panel?'),
      caller(
        t.pick([
          "It's about an inch deep, but the panel is up on the wall.",
          "There's a freezer plugged in down there.",
        ]),
      ),
      rep('Then please stay out of the basement until the plumber has been there.'),
      caller(t.pick(['All right. My boxes are floating around down there.', "Okay, I'm upstairs now."])),
    ],
    booking: bookUrgent(t, 'an emergency plumber'),
  };
}

function underTheSink(t: Teller): Branch {
  return {
    problem: 'burst supply line under the sink',
    reason: 'The hose under my kitchen sink just popped off and the whole kitchen is under water.',
    turns: [
      rep('Is the water still running right now?'),
      caller(
        t.pick([
          "Yes! I'm standing in it.",
          "My neighbor came over and turned something, so it's only dripping now.",
        ]),
      ),
      rep('There are two small valves on the wall under the sink. Close both of them, clockwise.'),
      caller('One of them turns, the other one just spins around.'),
      rep("Then close the main valve for the house, please, just to be safe. I'll stay on the line."),
      caller(t.pick(["Okay, done. It's quiet now.", "It's done. Gosh, what a mess."])),
      rep('Do you have a floor below you, or neighbors under your unit?'),
      caller(
        t.pick([
          'No, just the garage.',
          "Yes, and he's going to kill me.",
          "The laundry room, it's coming through the ceiling there.",
        ]),
      ),
    ],
    booking: bookUrgent(t, 'a plumber'),
  };
}

function inTheWall(t: Teller): Branch {
  const room = t.pick(['the hallway', 'the upstairs bathroom', "my daughter's bedroom"]);
  return {
    problem: 'leak inside a wall',
    reason: `I can hear water running inside the wall in ${room}, and the paint is starting to bubble.`,
    turns: [
      rep('Is every faucet in the house closed, and the washing machine off?'),
      caller(
        t.pick([
          'Yes, I checked all of them twice.',
          'Let me think. Yes, everything is off, and the meter is still turning.',
        ]),
      ),
      rep('Then the water has to be shut off. Can you reach the main valve?'),
      caller(
        t.pick([
          "I already did that, but I can't leave it off, I have two kids here.",
          'My husband is doing that right now.',
        ]),
      ),
      rep("Good. Please don't open the wall yourself; we bring a camera and find the exact spot."),
      caller(
        t.pick(['And who pays for the wall?', 'I was about to get a hammer, so good that you say that.']),
      ),
      rep('Take some pictures now, please. Most insurers cover the wall, though not always the pipe.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookUrgent(t, 'a leak specialist'),
  };
}
