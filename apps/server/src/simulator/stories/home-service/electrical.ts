import { askAddress, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const electrical: Story = {
  key: 'electrical',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([burningOutlet, trippingBreaker, carCharger])(t);
    return {
      ...branch,
      topic: t.pick(['the electrical problem', 'your electrical question']),
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

function burningOutlet(t: Teller): Branch {
  return {
    problem: 'outlet sparking and smelling burnt',
    reason: t.pick([
      'An outlet in my bedroom is buzzing, and it smells like something is burning.',
      'I plugged in the vacuum and there was a spark, a big one, and now the outlet is black.',
    ]),
    turns: [
      rep('Do you see smoke or fire right now?'),
      caller(t.pick(['No smoke, it just smells.', 'No. The plate is warm, though.'])),
      rep('Please go to the breaker panel and switch off the breaker for that room. Can you do that now?'),
      caller(
        t.pick([
          "They're not labeled. I switched off the whole row.",
          'Done. The lights in the hallway went out too.',
        ]),
      ),
      rep("That's fine, leave it off. If you see smoke, leave the house and call nine one one."),
      caller(t.pick(["Okay. Now you're scaring me.", 'Of course.'])),
      rep('How old is the house, do you know?'),
      caller(
        t.pick([
          'Built in nineteen sixty-two.',
          "Nineteen seventies, I'd say.",
          "It's almost new, that's what makes me so mad.",
        ]),
      ),
    ],
    booking: bookUrgent(t, 'an electrician'),
  };
}

function trippingBreaker(t: Teller): Branch {
  const when = t.pick([
    'I run the microwave and the toaster',
    'the dryer is on',
    'my son turns on his gaming computer',
  ]);
  return {
    problem: 'breaker keeps tripping',
    reason: `The breaker trips every time ${when}. I'm so tired of running down to the basement.`,
    turns: [
      rep('Is it always the same breaker?'),
      caller(
        t.pick([
          'Always the same one, third from the top on the left.',
          'Mostly. Sometimes the one next to it goes too.',
        ]),
      ),
      rep('And has it always been like that, or did it start recently?'),
      caller(t.pick(['Since we redid the kitchen last fall.', 'It started two weeks ago out of nowhere.'])),
      rep(
        "Then please don't use those together, and don't put in a bigger breaker. Somebody should measure the circuit.",
      ),
      caller(t.pick(['My brother-in-law wanted to do exactly that.', 'Okay. What does that cost?'])),
      rep('A diagnosis is a hundred and ten dollars for the first hour.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'an electrician'),
  };
}

function carCharger(t: Teller): Branch {
  return {
    problem: 'installation of a car charger',
    reason: "We bought an electric car and I'd like to have a charger put in the garage.",
    turns: [
      rep('Congratulations. Do you have the charger already, or should we bring one?'),
      caller(t.pick(["It came with the car, it's a forty-eight amp one.", 'No, you tell me what I need.'])),
      rep('And how far is it from the panel to where you park?'),
      caller(
        t.pick([
          'The panel is on the other side of the wall.',
          'About thirty feet. No, sorry, more like fifty, it has to go around the door.',
        ]),
      ),
      rep('Do you know whether your panel has a hundred or two hundred amps?'),
      caller(t.pick(['The big switch says two hundred.', 'I can text you a picture.'])),
      rep(
        'That would help. An electrician will come by for a free estimate, which takes about half an hour.',
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'an estimator'),
  };
}
