import { askAddress, askEmail, askName, askPhone, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const appliance: Story = {
  key: 'appliance',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([dishwasher, refrigerator, dryer])(t);
    return {
      ...branch,
      topic: 'an appliance that broke',
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

function dishwasher(t: Teller): Branch {
  return {
    problem: 'dishwasher does not drain',
    reason: 'My dishwasher leaves a puddle of dirty water at the bottom, and it shows an error code.',
    turns: [
      rep('What does the display say?'),
      caller(
        t.pick([
          'E twenty-four.',
          "It says five E. Or S E, I can't tell.",
          'It just blinks, the normal program light.',
        ]),
      ),
      rep('Did you clean the filter at the bottom, the round one that turns out?'),
      caller(t.pick(['I did, there was a piece of glass in it.', "There's a filter in there?"])),
      rep("And the model number? It's on the inside edge of the door."),
      caller(
        t.pick([
          "S H three A R seven, and then I can't read it.",
          'Let me get my glasses. W D F five twenty.',
        ]),
      ),
      rep('Thank you. The technician will bring a drain pump for that one, just in case.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}

function refrigerator(t: Teller): Branch {
  return {
    problem: 'refrigerator not cooling',
    reason: t.pick([
      'My fridge stopped cooling. The freezer is fine, but the milk is warm.',
      'The refrigerator is getting warm and I just did my groceries for the week.',
    ]),
    turns: [
      rep('Can you hear it running? And is there frost on the back wall of the freezer?'),
      caller(
        t.pick([
          "It hums, and yes, there's a thick layer of ice.",
          "It clicks every couple of minutes, that's all.",
        ]),
      ),
      rep('How old is it, and which brand?'),
      caller(t.pick(['A side by side, seven years old.', 'It was a wedding present, so eleven years.'])),
      rep('Please move what spoils into the freezer or a cooler. It may be the fan or the defrost heater.'),
      caller(
        t.pick(['Is it worth repairing at that age?', "I have insulin in there, so it's a bit urgent."]),
      ),
      rep("A new fan is about two hundred, and usually worth it. He'll tell you before he starts."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}

function dryer(t: Teller): Branch {
  return {
    problem: 'dryer does not heat',
    reason: 'My dryer runs but the clothes come out just as wet as they went in.',
    turns: [
      rep('Does it get warm at all, and is it gas or electric?'),
      caller(t.pick(['Electric, and stone cold.', "Gas. It's warm for a minute and then it's not."])),
      rep('When was the vent to the outside cleaned last?'),
      caller(
        t.pick([
          'I clean the lint screen every time.',
          "My late husband used to do that, so it's been a while.",
        ]),
      ),
      rep("Then please don't use it until somebody has looked at the vent; lint in there can catch fire."),
      caller(t.pick(['Oh my. I had no idea.', 'I already hang everything in the bathroom.'])),
      rep('We clean the vent and test the heating element in the same visit.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}
