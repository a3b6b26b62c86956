import { askName, askPhone, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller, type Turn } from '../../story.ts';
import { sayDigits } from '../../voices.ts';

export const reschedule: Story = {
  key: 'reschedule',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([moved, nobodyCame, canceled])(t);
    return {
      ...branch,
      topic: 'your appointment',
      turns: [...askName(t), ...askPhone(t), ...branch.turns, ...branch.booking, ...goodbye(t)],
    };
  },
};

const booked = [
  'tomorrow at ten',
  'this Thursday between eight and noon',
  'Monday afternoon',
  'Friday between one and three',
];

function moved(t: Teller): Branch {
  return {
    problem: 'appointment to be moved',
    reason: `I have an appointment ${t.pick(booked)} and I can't make it, so I'd like to move it.`,
    turns: [
      rep('I see it here. Is it still the same work, or has anything changed?'),
      caller(
        t.pick([
          'Same thing, just another day.',
          "While he's there, could he look at the outside faucet too?",
        ]),
      ),
      rep('I made a note of it.'),
      caller(
        t.pick([
          'They moved a meeting on me, sorry about that.',
          "My daughter has a school thing, otherwise I wouldn't bother you.",
        ]),
      ),
    ],
    booking: anotherTime(t),
  };
}

function nobodyCame(t: Teller): Branch {
  const window = t.pick(['between eight and noon', 'between one and five', 'at nine']);
  return {
    problem: 'technician did not show up',
    reason: `Somebody was supposed to come today ${window} and nobody showed up. I took a day off for this.`,
    turns: [
      rep("I'm very sorry. Let me look at what happened. Did anybody call or text you?"),
      caller(
        t.pick([
          'Nothing. Not a word.',
          'I got a text that he was on his way, and that was three hours ago.',
        ]),
      ),
      rep(
        "I can see that his truck broke down this morning, and that somebody should have called you. That's on us.",
      ),
      caller(
        t.pick([
          'You bet it is.',
          'Okay, that can happen, but a call would have been nice.',
          'Oh, the poor man.',
        ]),
      ),
      rep("The visit is free of charge, and you're first on the list for the next time."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: anotherTime(t),
  };
}

function canceled(t: Teller): Branch {
  const number = sayDigits(String(t.whole(20_100, 98_900)));
  return {
    problem: 'appointment canceled',
    reason: `I'd like to cancel my appointment for ${t.pick(['tomorrow', 'Wednesday', 'next week'])}. It fixed itself, believe it or not.`,
    turns: [
      rep("That's the best kind of repair. Do you have the job number by any chance?"),
      caller(t.pick([`It's ${number}.`, 'No, I deleted the email, sorry.'])),
      rep("Found it. It's canceled, and there's no fee because you called ahead."),
      caller(t.pick(['Wonderful.', 'Good, I was worried about that.'])),
      rep('If it comes back, call us within thirty days and we skip the visit fee.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

function anotherTime(t: Teller): Turn[] {
  return [
    rep('Which day would be better for you?'),
    caller(t.pick([`Could we make it ${t.wish.said}?`, `How about ${t.wish.said}?`]), 'wish'),
    rep(
      t.pick([
        `Yes, I can move you to ${t.wish.window}.`,
        `Let me see. ${t.wish.other} is the closest I have, is that all right?`,
      ]),
    ),
    caller(t.pick(t.manner.yes)),
  ];
}
