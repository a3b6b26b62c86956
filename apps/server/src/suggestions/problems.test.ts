import { describe, expect, test } from 'vitest';
import { type ProblemKind, problemKinds } from './problem-kinds.ts';
import { heardIn } from './testing/heard.ts';

const ask = 'assistant: What can we help you with today?';

const spoken: readonly (readonly [string, ProblemKind | null])[] = [
  ["There's water all over my kitchen, a pipe under the sink has burst.", 'plumbing leak'],
  ['no hot water since this morning and the pilot light is out', 'water heater'],
  ['Our toilet is backed up and when I flush it comes up in the tub.', 'clogged drain'],
  ["The AC is running but it's ninety in here.", 'air conditioning'],
  ['We have no heat and the furnace makes a clicking noise.', 'heating'],
  ['Half of my outlets are dead and the breaker keeps tripping.', 'electrical'],
  ['I smell gas near the stove.', 'gas smell'],
  ['My garage door is stuck half way.', 'garage door'],
  ['A few shingles came off in the storm.', 'roof'],
  ['I think we have termites in the porch.', 'pests'],
  ['the fridge is warm and the freezer is melting', 'appliance'],
  ["I'm locked out of my house.", 'locks'],
  ["I'd like a quote for a new bathroom.", 'estimate'],
  ['I need to reschedule my visit, something came up.', 'appointment change'],
  ['You charged my card twice for the same invoice.', 'billing'],
  ['My baby has a fever of a hundred and two.', 'fever'],
  ['My blood pressure was really high this morning.', 'blood pressure'],
  ['my sugar is three hundred and I take insulin', 'blood sugar'],
  ['I ran out of pills and need a refill.', 'medication'],
  ["My lower back hurts so much I can't sit.", 'back pain'],
  ['I had my hip replaced and the incision is leaking.', 'after surgery'],
  ["I'm twelve weeks pregnant and can't keep food down.", 'pregnancy'],
  ['I have an itchy rash on both arms.', 'rash'],
  ['Are my lab results back yet?', 'test results'],
  ["I'd like to book an appointment for my annual physical.", 'appointment'],
  ['Hi there, how are you doing today?', null],
];

describe('the kind of problem', () => {
  test.each(spoken)('%s', (said, kind) => {
    expect(heardIn('problem', [ask, said])?.value ?? null).toBe(kind);
  });

  test('comes with the sentence that says it', () => {
    const heard = heardIn('problem', [
      ask,
      "Hi, yes, I'm calling from Milton. My furnace quit last night. It's cold.",
    ]);
    expect(heard).toMatchObject({ text: 'My furnace quit last night', words: 'My furnace quit last night' });
  });

  test('is what the call began with, not what is mentioned later', () => {
    const lines = [
      ask,
      'My furnace quit last night, we have no heat.',
      'rep: Since when?',
      "Since last night. I can't pay the bill for a whole new roof or furnace now.",
    ];
    expect(heardIn('problem', lines)?.value).toBe('heating');
  });

  test('is one that a rep can read', () => {
    for (const title of Object.values(problemKinds)) expect(title).toMatch(/^[A-Z][a-z ]+$/);
  });
});
