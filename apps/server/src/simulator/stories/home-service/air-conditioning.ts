import { askAddress, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const airConditioning: Story = {
  key: 'air-conditioning',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([warmAir, icedOver, dead])(t);
    return {
      ...branch,
      topic: 'your air conditioning',
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

function warmAir(t: Teller): Branch {
  const degrees = t.pick(['eighty-four', 'eighty-eight', 'ninety-one']);
  return {
    problem: 'air conditioning blowing warm air',
    reason: `My air conditioner is running but it only blows warm air. It's ${degrees} degrees in my living room.`,
    turns: [
      rep("I'm sorry, that sounds miserable. What's the thermostat set to?"),
      caller(
        t.pick([
          "Seventy-two. It's been at seventy-two all summer.",
          'I put it down to sixty-eight and nothing happened.',
        ]),
      ),
      rep('And is the unit outside running? You should hear the big fan.'),
      caller(
        t.pick([
          "Let me look. No, it just hums and the fan isn't turning.",
          "It's running, but it makes a clicking sound.",
        ]),
      ),
      rep("Then please switch it off at the thermostat, so that the compressor doesn't burn out."),
      caller(t.pick(["Okay, it's off.", 'Off? In this heat?'])),
      rep(
        "Only until somebody has seen it. Is there anyone in the house who can't take the heat, a baby or an older person?",
      ),
      caller(
        t.pick([
          'My mother is eighty-one and lives with us.',
          'No, just me and the cat.',
          'We have a four-month-old.',
        ]),
      ),
    ],
    booking: bookUrgent(t, 'a technician'),
  };
}

function icedOver(t: Teller): Branch {
  return {
    problem: 'air conditioning iced over',
    reason: "There's ice on my air conditioner. Actual ice, on the copper pipe outside, and it's July.",
    turns: [
      rep('That happens when too little air gets through. When did you change the filter last?'),
      caller(
        t.pick([
          "There's a filter?",
          'In spring, I think. Or was that last year?',
          "Two weeks ago, so it can't be that.",
        ]),
      ),
      rep('All right. Please turn the cooling off but leave the fan on, so the ice can melt.'),
      caller(t.pick(['How long does that take?', 'Okay, I can do that.'])),
      rep(
        "The ice takes a few hours. If it freezes again with a clean filter, it's most likely low on refrigerant.",
      ),
      caller("Then I'd rather have somebody look at it."),
    ],
    booking: bookVisit(t, 'a technician'),
  };
}

function dead(t: Teller): Branch {
  return {
    problem: 'air conditioning does not start',
    reason: t.pick([
      'The AC just died. The thermostat is blank and nothing comes on.',
      "We had a thunderstorm last night and since then the air conditioning doesn't start at all.",
    ]),
    turns: [
      rep('Have you had a look at the breaker panel? Is one of the switches in the middle?'),
      caller(
        t.pick(['They all look the same to me.', 'Yes, I flipped it back and it jumped right out again.']),
      ),
      rep('Then let us leave it alone. How old is the system, roughly?'),
      caller(t.pick(['Seven years.', 'It was new in twenty fourteen.', "No idea, we're renting."])),
      rep(
        t.pick([
          'Thank you, that helps the technician.',
          "That's fine. The technician will check the board and the capacitor first.",
        ]),
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: t.pick([bookUrgent, bookVisit])(t, 'a technician'),
  };
}
