import { askEmail, askName, askPhone, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';
import { sayDigits, sayNumber } from '../../voices.ts';

export const invoice: Story = {
  key: 'invoice',
  desk: 'home-service',
  tell(t) {
    const branch = t.pick([tooHigh, paidTwice, copyNeeded])(t);
    return {
      ...branch,
      topic: 'your invoice',
      turns: [...askName(t), ...branch.turns, ...askPhone(t), ...askEmail(t), ...goodbye(t)],
    };
  },
};

function tooHigh(t: Teller): Branch {
  const quoted = sayNumber(t.whole(18, 42) * 10);
  const billed = sayNumber(t.whole(48, 79) * 10);
  return {
    problem: 'invoice higher than quoted',
    reason: `I got a bill for ${billed} dollars, and the man told me it would be ${quoted}.`,
    turns: [
      rep('I understand, let me look at it with you. Do you have the invoice number?'),
      caller(`It's ${sayDigits(String(t.whole(10_200, 99_800)))}.`),
      rep('Thank you. I see the part you were quoted, and then a second line for two extra hours.'),
      caller(
        t.pick([
          'He was here for forty minutes!',
          'Nobody asked me about extra hours.',
          'He did stay longer, but he never said it would cost more.',
        ]),
      ),
      rep('Did he ask you to sign anything before he went on?'),
      caller(
        t.pick([
          'No, nothing at all.',
          'I signed something on his tablet, but I thought that was for the part.',
        ]),
      ),
      rep("Then I'll send it to the office manager, and the amount is on hold until she has called you."),
      caller(t.pick(['And when is that going to be?', 'Okay. I just want it to be fair.'])),
      rep("Within two business days. You'll not get a reminder in the meantime."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

function paidTwice(t: Teller): Branch {
  const amount = sayNumber(t.whole(9, 38) * 10 + 5);
  return {
    problem: 'invoice paid twice',
    reason: `I think I paid you twice. There are two charges of ${amount} dollars on my card.`,
    turns: [
      rep('Let me check. On which days were they charged?'),
      caller(
        t.pick(['The third and the fifth.', 'Both on the same day, the twelfth. No, sorry, the thirteenth.']),
      ),
      rep("I see them both. The second one shouldn't be there, you're right."),
      caller(t.pick(['I knew it.', 'Oh good, I thought I was going crazy.'])),
      rep("I've started the refund. It takes three to five business days to show up."),
      caller(t.pick(['Will I get something in writing?', "Okay, that's fine."])),
      rep("You'll have it in writing, and I'll check on Friday that it went through."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

function copyNeeded(t: Teller): Branch {
  return {
    problem: 'copy of an invoice',
    reason: t.pick([
      'I need a copy of an invoice for my taxes, from the spring.',
      "My insurance wants the invoice for the repair you did, and I can't find it anywhere.",
    ]),
    turns: [
      rep('No problem. Do you remember which month it was, or what we did?'),
      caller(
        t.pick(['April, you replaced the water heater.', 'It was the pipe under the house, in March or so.']),
      ),
      rep('I found it. Should it be made out to you, or to a company?'),
      caller(t.pick(['To me, the way it was.', "To my husband's company, if that's possible."])),
      rep("I can do that. I'll send it while we're talking."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}
