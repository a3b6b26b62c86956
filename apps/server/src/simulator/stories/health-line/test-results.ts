import { askBirthDate, askEmail, askName, askPhone, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const testResults: Story = {
  key: 'test-results',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([waiting, readOnline, otherDoctor])(t);
    return {
      ...branch,
      topic: 'your test results',
      turns: [
        ...askName(t),
        ...askBirthDate(t),
        ...branch.turns,
        ...askPhone(t),
        ...branch.booking,
        ...goodbye(t),
      ],
    };
  },
};

function waiting(t: Teller): Branch {
  const test = t.pick([
    'blood test',
    'biopsy',
    'MRI',
    'sleep study',
    t.caller.isWoman ? 'mammogram' : 'stress test',
  ]);
  return {
    problem: 'waiting for test results',
    reason: `I had a ${test} ${t.pick(['last week', 'ten days ago', 'two weeks ago'])}, and nobody has told me anything.`,
    turns: [
      rep("I'm sorry that you had to wait. Where was it done?"),
      caller(
        t.pick([
          'At your place, by the lady with the gray hair.',
          'At the hospital, on the second floor.',
          'At the imaging center on Prospect Avenue.',
        ]),
      ),
      rep(
        'I can see that the report came in yesterday. The doctor has to read it before I may tell you anything.',
      ),
      caller(t.pick(["So it's bad.", "Can you not just tell me whether it's okay?", 'I understand.'])),
      rep(
        "It doesn't mean anything bad, everybody is called by the doctor herself. Will you be reachable this afternoon?",
      ),
      caller(t.pick(["I'll keep the phone next to me.", "After three, I'm at work until then."])),
      rep("I've marked it as waiting, and she calls before she goes home."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: [],
  };
}

function readOnline(t: Teller): Branch {
  const value = t.pick([
    'my potassium is five point four',
    'my A one C is seven point one',
    'my cholesterol is two forty-six',
    'my T S H is eight point two',
  ]);
  return {
    problem: 'question about test results',
    reason: `I saw on the portal that ${value}, with a red arrow next to it. What does that mean?`,
    turns: [
      rep('That red arrow scares many people. It only says that the number is outside of the usual range.'),
      caller(t.pick(["I looked it up on the internet, and now I can't sleep.", 'Is that dangerous?'])),
      rep('Do you have any complaints? Weakness, a racing heart, anything new?'),
      caller(t.pick(['No, I feel all right.', "Tired. But who isn't."])),
      rep(
        "Then it's nothing for tonight, but the doctor should talk it over with you. Were you fasting that morning?",
      ),
      caller(t.pick(['I had coffee with milk. Does that count?', 'Yes, since the evening before.'])),
      rep("I'll note that. A visit is better than a call for this, so that you can ask everything."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookVisit(t, 'a doctor'),
  };
}

function otherDoctor(t: Teller): Branch {
  return {
    problem: 'test results to be sent',
    reason: t.pick([
      'My cardiologist needs my lab results, and they say you never sent them.',
      "I'm having surgery on Monday, and they want my EKG from you.",
    ]),
    turns: [
      rep("I can send those today. What's the name of the office?"),
      caller(t.pick(['Ridgeline Cardiology, in Milton.', 'The surgery center on Harbor Drive.'])),
      rep('Did you sign a release for them, or should I send you one?'),
      caller(
        t.pick(["I signed so many papers, I don't know.", 'Send me one, please.', 'Yes, at the last visit.']),
      ),
      rep("I'll send you the form, you can sign it on your phone."),
      caller(t.pick(['Okay, I can do that.', 'Somebody will have to help me with that.'])),
    ],
    booking: askEmail(t),
  };
}
