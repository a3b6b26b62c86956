import { askBirthDate, askName, askPhone, bookUrgent, bookVisit, goodbye } from '../../asks.ts';
import { type Branch, caller, rep, type Story, type Teller } from '../../story.ts';

export const rash: Story = {
  key: 'rash',
  desk: 'health-line',
  tell(t) {
    const branch = t.pick([afterMedicine, afterGardening, tickBite])(t);
    return {
      ...branch,
      topic: 'a rash',
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

function afterMedicine(t: Teller): Branch {
  return {
    problem: 'allergic rash after medication',
    reason: t.pick([
      "I broke out in hives, and I think it's from the new antibiotic.",
      'I have red, itchy bumps all over my chest since I started those pills.',
    ]),
    turns: [
      rep('Are your lips, tongue or face swollen, or is it hard to breathe or swallow?'),
      caller(
        t.pick(['No, it only itches like crazy.', 'My eyelids are a bit puffy, but I can breathe fine.']),
      ),
      rep('Which medicine is it, and when was the last dose?'),
      caller(
        t.pick([
          'Amoxicillin, this morning at seven.',
          'It starts with C. Cefa, cefalexin. Last night.',
          'The sulfa one, for the bladder.',
        ]),
      ),
      rep("Please don't take any more of it. Do you have an antihistamine at home?"),
      caller(t.pick(['I have Benadryl.', 'My son has something for his hay fever.', 'No, nothing.'])),
      rep(
        "That may help with the itching, but it makes some people sleepy, so don't drive. If your throat feels tight, call nine one one at once.",
      ),
      caller('Okay, I will. Do I need another antibiotic then?'),
      rep("The doctor will decide that when you're seen, and we put the allergy in your chart."),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: bookUrgent(t, 'a doctor'),
  };
}

function afterGardening(t: Teller): Branch {
  return {
    problem: 'rash after gardening',
    reason: 'I was pulling weeds on Sunday, and now both my arms are covered with blisters.',
    turns: [
      rep('Do the blisters stand in lines, like scratches?'),
      caller(t.pick(['Exactly, like somebody drew on me with a pen.', "Some do. And it's spreading."])),
      rep('Is it anywhere near your eyes or in your face?'),
      caller(t.pick(['A little under my chin.', 'No, arms only. And one knee.'])),
      rep('It sounds like poison ivy. Did you wash the clothes and the gloves?'),
      caller(t.pick(['No! Should I? I wore them again yesterday.', 'Yes, twice.'])),
      rep(
        'Wash everything that touched it, also the dog. Cool cloths and a one percent hydrocortisone cream help.',
      ),
      caller(t.pick(["I didn't think of the dog.", 'And how long will that last?'])),
      rep('Two weeks as a rule. If it reaches your eyes, or it oozes yellow, we want to see you.'),
      caller("I'd rather come in anyway, it looks terrible."),
    ],
    booking: bookVisit(t, 'the doctor'),
  };
}

function tickBite(t: Teller): Branch {
  return {
    problem: 'ring-shaped rash after a tick bite',
    reason: `I have a red ring on my ${t.pick(['leg', 'shoulder', 'stomach'])}, and I had a tick there ${t.pick(['two', 'three'])} weeks ago.`,
    turns: [
      rep('How large is the ring, and is it pale in the middle?'),
      caller(t.pick(['Three inches, maybe four. And yes, like a target.', 'As big as my hand by now.'])),
      rep('Do you have a fever, a headache or aching joints?'),
      caller(
        t.pick([
          'I thought I had the flu last weekend.',
          'My knees hurt, but they always do.',
          'No, I feel fine.',
        ]),
      ),
      rep('Did you take the tick out yourself, and was it all of it?'),
      caller(t.pick(['My wife did, with tweezers. I think so.', 'Yes, I even kept it in a jar.'])),
      rep('The doctor should look at that and probably start you on an antibiotic. You did right to call.'),
      caller(t.pick(t.manner.thanks)),
    ],
    booking: t.pick([bookUrgent, bookVisit])(t, 'a doctor'),
  };
}
