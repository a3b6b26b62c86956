import { askBirthDate, askName, askPhone, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const medication: Story = {
  key: 'medication',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([missedDose, refill, together])(t);
    return {
      ...branch,
      topic: 'your medication',
      turns: [...askName(t), ...askBirthDate(t), ...branch.turns, ...askPhone(t), ...goodbye(t)],
    };
  },
};

function missedDose(t: Teller): Branch {
  return {
    problem: 'missed or doubled dose',
    reason: t.pick([
      "I forgot my pill last night and I'm not sure whether to take two now.",
      'I think I took my morning pills twice by accident.',
    ]),
    turns: [
      rep('Which medication is it, and how strong?'),
      caller(
        t.pick([
          'Metformin, five hundred milligrams.',
          'The water pill. Furosemide, forty.',
          'Levothyroxine, seventy-five. No, sorry, eighty-eight micrograms.',
        ]),
      ),
      rep('And how do you feel right now?'),
      caller(t.pick(['Fine, just nervous about it.', "A little shaky, but that may be because I'm upset."])),
      rep(
        "As a rule, never take two at once. Take the next one at its usual time. I'll check this one with the pharmacist, one moment.",
      ),
      caller("Okay, I'll hold."),
      rep('He says the same. If you feel faint, or your heart races, call us again or nine one one.'),
      caller(t.pick(t.manner.thanks)),
      rep('Would a weekly pill box help? We can have the pharmacy fill one for you.'),
      caller(t.pick(['My daughter keeps telling me that. Yes, please.', "No, I'm usually good about it."])),
    ],
    booking: [],
  };
}

function refill(t: Teller): Branch {
  return {
    problem: 'prescription refill',
    reason: t.pick([
      "I'm almost out of my pills and the pharmacy says you have to approve the refill.",
      "I need a refill. I've been waiting since last week, and I have two tablets left.",
    ]),
    turns: [
      rep('Which prescription is that?'),
      caller(
        t.pick([
          'Atorvastatin, twenty milligrams, once a day.',
          'My inhaler, the albuterol.',
          'Sertraline, fifty milligrams.',
        ]),
      ),
      rep('And which pharmacy should it go to?'),
      caller(
        t.pick([
          'The one on Mill Road, across from the bank.',
          'The same as always, on Fourth Street.',
          'We moved, so the one on Harbor Drive now.',
        ]),
      ),
      rep('I see the request. It was waiting because your last blood work is more than a year old.'),
      caller(t.pick(['Nobody told me I had to come in.', 'Has it been a year already?'])),
      rep(
        'The doctor can approve thirty days now, and we do the blood work in the meantime. Is that all right?',
      ),
      caller(t.pick(["That's fine.", "Okay, as long as I don't run out."])),
      rep(
        "It'll be at the pharmacy this afternoon. Please come in fasting, any weekday between seven and ten.",
      ),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

function together(t: Teller): Branch {
  return {
    problem: 'question whether medications go together',
    reason: t.pick([
      "Can I take cold medicine while I'm on blood pressure pills?",
      'The dentist gave me an antibiotic, and I want to know if it goes with my other medicine.',
    ]),
    turns: [
      rep('Good that you ask. What exactly would you like to take?'),
      caller(
        t.pick([
          'The nighttime one, with the green label.',
          'Amoxicillin, five hundred, three times a day.',
          'Just ibuprofen, for my knee.',
        ]),
      ),
      rep('And what do you take every day?'),
      caller(
        t.pick([
          'Lisinopril and a baby aspirin.',
          'Warfarin, five milligrams, and something for my stomach.',
          'Only the thyroid pill.',
        ]),
      ),
      rep('Do you have any allergies, or trouble with your kidneys?'),
      caller(
        t.pick([
          'Penicillin! I get a rash from it. Oh. Is that the same thing?',
          "My kidneys aren't great, they said at the last checkup.",
          'No, nothing.',
        ]),
      ),
      rep("Then please don't take it yet. I'll ask the doctor now and call you back within the hour."),
      caller(t.pick(['Good thing I called.', t.pick(t.manner.thanks)])),
    ],
    booking: [],
  };
}
