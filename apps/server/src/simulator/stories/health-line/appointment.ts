import { askBirthDate, askEmail, askName, askPhone, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const appointment: Story = {
  key: 'appointment',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([checkup, newPatient, moveIt])(t);
    return {
      ...branch,
      topic: 'an appointment',
      turns: [
        ...askName(t),
        ...askBirthDate(t),
        ...branch.turns,
        ...branch.booking,
        ...askPhone(t),
        ...goodbye(t),
      ],
    };
  },
};

function checkup(t: Teller): Branch {
  const what = t.pick(['my yearly checkup', 'a flu shot', 'a physical for work', 'my wellness visit']);
  return {
    problem: 'appointment for a routine visit',
    reason: `Hi, I'd like to make an appointment for ${what}.`,
    turns: [
      rep('Gladly. Do you have a doctor here that you usually see?'),
      caller(
        t.pick([
          'The tall one, with the beard.',
          'No, whoever is free.',
          "I'd like to see a woman, if possible.",
        ]),
      ),
      rep('And has your insurance changed since the last time?'),
      caller(
        t.pick([
          'No, still the same.',
          'Yes, since January. I have the new card here.',
          "It's through my wife's work now.",
        ]),
      ),
      rep('Please bring the card with you, and a list of your medications.'),
      caller(t.pick(['All right.', 'Do I have to come without breakfast?', "I'll write them down."])),
    ],
    booking: bookVisit(t, 'the doctor'),
  };
}

function newPatient(t: Teller): Branch {
  return {
    problem: 'appointment as a new patient',
    reason: t.pick([
      "We just moved here and I'm looking for a family doctor. Are you taking new patients?",
      'My old doctor retired, and a friend told me about you.',
    ]),
    turns: [
      rep('Welcome, yes, we are. Is it only for you, or for the whole family?'),
      caller(t.pick(['Me, my wife and three kids.', 'Just me.', 'Me and my mother, she lives with us.'])),
      rep("Is there anything you're being treated for at the moment?"),
      caller(
        t.pick([
          'High blood pressure and a bad knee.',
          "Asthma. I'll need an inhaler soon.",
          'No, knock on wood.',
        ]),
      ),
      rep('We ask new patients to come fifteen minutes early for the paperwork, or to fill it in at home.'),
      caller(t.pick(["I'd rather do it at home.", "I'm not good with forms, I'll come early."])),
      ...askEmail(t),
    ],
    booking: bookVisit(t, 'the doctor'),
  };
}

function moveIt(t: Teller): Branch {
  return {
    problem: 'appointment to be moved',
    reason: `I have an appointment ${t.pick(['tomorrow at eight', 'on Thursday', 'this afternoon'])} and I have to move it. My ${t.pick(['car is in the shop', 'son is sick', 'boss needs me'])}.`,
    turns: [
      rep('I see it. Thank you for telling us ahead of time.'),
      caller(t.pick(["I hope there's no fee for that.", "I'm really sorry, it's such short notice."])),
      rep("There's none. What's the visit about, so that I find the right length?"),
      caller(
        t.pick([
          'Just the follow-up for my blood pressure.',
          'My shoulder, they wanted to give me a shot.',
          "It's kind of personal.",
        ]),
      ),
      rep("That's all right."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'the doctor'),
  };
}
