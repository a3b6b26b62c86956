import { askBirthDate, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayNumber } from '../../voices.ts';

export const backPain: Story = {
  key: 'back-pain',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([lifting, downTheLeg, longStanding])(t);
    return {
      ...branch,
      topic: 'your back',
      turns: [
        ...branch.turns,
        ...askName(t),
        ...askBirthDate(t),
        ...askPhone(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function lifting(t: Teller): Branch {
  const pain = t.whole(5, 8);
  return {
    problem: 'acute low back pain',
    readings: [{ kind: 'pain', value: String(pain), unit: 'of 10' }],
    reason: t.pick([
      'I threw out my back lifting a box, and I can hardly stand up straight.',
      "My back locked up yesterday when I picked up my nephew. I'm calling from the floor.",
    ]),
    turns: [
      rep('On a scale from zero to ten, how bad is it right now?'),
      caller(`I'd say ${sayNumber(pain)}. When I move it's more.`),
      rep('Does it go down into a leg, or do you feel numb anywhere?'),
      caller(t.pick(['No, it stays in the lower back.', 'No numbness, it just pulls.'])),
      rep('Any trouble with your bladder, any fever, or a fall before it began?'),
      caller('No, nothing like that.'),
      rep(
        "That's good. Keep moving a little, warmth for twenty minutes at a time, and no bed rest beyond a day.",
      ),
      caller(t.pick(['Can I take something for it?', 'I thought I should lie still.'])),
      rep('Is there any medicine you must not take, or a stomach problem?'),
      caller(t.pick(['I had an ulcer years ago.', 'No, I can take anything.'])),
      rep(
        t.pick([
          'Then acetaminophen is the safer choice, two tablets, three times a day at the most.',
          'The doctor will tell you which one and how much when you come in.',
        ]),
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'the doctor'),
  };
}

function downTheLeg(t: Teller): Branch {
  const leg = t.pick(['left', 'right']);
  return {
    problem: 'back pain with leg symptoms',
    reason: `I have back pain that shoots all the way down my ${leg} leg, and my foot feels asleep.`,
    turns: [
      rep('Since when is the foot numb?'),
      caller(t.pick(['Since Tuesday. It was only tingling before.', 'It started this morning.'])),
      rep('Can you stand on your toes and on your heels?'),
      caller(t.pick(['Toes, yes. Heels, the foot drops on that side.', 'Both, but it hurts.'])),
      rep('Any numbness where you would sit on a saddle, or trouble going to the bathroom?'),
      caller(t.pick(['No. Should there be?', "No, that's all normal."])),
      rep(
        "If that happens, go to the emergency room at once, don't wait for us. I'd like you to be seen today.",
      ),
      caller(t.pick(['Today? Okay.', 'I can get a ride after lunch.'])),
    ],
    booking: bookUrgent(t, 'a doctor'),
  };
}

function longStanding(t: Teller): Branch {
  const years = sayNumber(t.whole(3, 12));
  return {
    problem: 'chronic back pain',
    reason: `I've had back pain for ${years} years, and the physical therapy you sent me to isn't helping.`,
    turns: [
      rep('How many sessions have you had so far?'),
      caller(t.pick(['Six. Or seven, counting the first one.', 'Only four, I had to skip two.'])),
      rep('Do you do the exercises at home?'),
      caller(
        t.pick(['Most days. Some days.', 'Every morning, as he showed me.', "Not really, if I'm honest."]),
      ),
      rep('Has anybody taken pictures of your back, an x-ray or an MRI?'),
      caller(t.pick(['An MRI in twenty nineteen, they said it was wear and tear.', 'Never.'])),
      rep(
        "I think it's time for the doctor to look at the plan again. Would you bring those pictures with you?",
      ),
      caller(t.pick(['If I can find the disc.', 'Sure.'])),
    ],
    booking: bookVisit(t, 'a doctor'),
  };
}
