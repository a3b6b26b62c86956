import { askAddress, askEmail, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const roofLeak: Story = {
  key: 'roof-leak',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([dripping, missingShingles, ceilingStain])(t);
    return {
      ...branch,
      topic: 'your roof',
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

function dripping(t: Teller): Branch {
  const room = t.pick(['the dining room', 'my bedroom, right over the bed', 'the attic and down the stairs']);
  return {
    problem: 'roof leaking',
    reason: `It's raining into my house. The water is coming through the ceiling in ${room}.`,
    turns: [
      rep('Is the ceiling sagging anywhere, like a balloon?'),
      caller(
        t.pick(["Yes, there's a bulge the size of a plate.", 'No, it just drips, but faster and faster.']),
      ),
      rep(
        "Put a bucket under it, and if it bulges, poke a small hole in the middle, so that the whole ceiling doesn't come down.",
      ),
      caller(t.pick(['Are you serious? Okay.', 'I did that, and the bucket is already half full.'])),
      rep('Nobody can work on a wet roof in a storm, but we can put a tarp on as soon as the wind lets up.'),
      caller(t.pick(["They say it'll stop by four.", "That's better than nothing."])),
    ],
    booking: bookUrgent(t, 'a roofer'),
  };
}

function missingShingles(t: Teller): Branch {
  const storeys = t.pick(['one story', 'two stories']);
  return {
    problem: 'shingles missing after a storm',
    reason:
      'After the storm on Sunday there are shingles all over my yard, and I can see bare wood up there.',
    turns: [
      rep('Was anybody up there yet? And is water getting in?'),
      caller(
        t.pick(["No, and I'm not climbing up there at my age.", 'No water so far, but more rain is coming.']),
      ),
      rep("Please don't climb up. How many stories does the house have, and how old is the roof?"),
      caller(
        `It's ${storeys}, and the roof is from ${t.pick(['two thousand six', 'twenty twelve', 'before my time'])}.`,
      ),
      rep('Have you talked to your insurance company?'),
      caller(
        t.pick([
          'They want an estimate with photos first.',
          'Not yet. Should I?',
          'I have a claim number, do you want it?',
        ]),
      ),
      rep("We take the photos and write the estimate in the form they like. That's free of charge."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'an inspector'),
  };
}

function ceilingStain(t: Teller): Branch {
  return {
    problem: 'water stain on the ceiling',
    reason:
      "There's a brown stain on my ceiling that grows a little every time it rains. I'd like somebody to find out where it comes from.",
    turns: [
      rep('How large is it by now, and is there a bathroom above it?'),
      caller(
        t.pick([
          "About two feet across. No, above it's only the attic.",
          'Like a pizza, a large one. And no bathroom up there.',
        ]),
      ),
      rep('Is there a chimney, a skylight or a vent close to that spot?'),
      caller(t.pick(['The chimney is right there.', 'A skylight, maybe six feet away.'])),
      rep("The flashing around it is the usual suspect. We'd look from the attic and from outside."),
      caller(t.pick(["Do I have to clear out the attic? There's a lot of stuff.", 'That makes sense.'])),
      rep('Only enough room to get to that corner. Please move anything that must not get wet.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a roofer'),
  };
}
