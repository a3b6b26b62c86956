import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import type { Recognised } from './recognised.ts';
import { isRight, type JudgedCall } from './testing/score.ts';
import { neverLookedAt, rulesKnow, withoutStops } from './testing/written-calls.ts';

const written = [...rulesKnow, ...neverLookedAt];
const heard = [...written, ...written.map(withoutStops)].flatMap(factsOf);

function factsOf(call: JudgedCall): { readonly fact: Recognised; readonly isTrue: boolean }[] {
  return recognise(call.conversation).map((fact) => ({ fact, isTrue: isRight(fact, call.expected) }));
}

describe('what is called nine tenths sure', () => {
  test.each([
    [0.9, 1.01],
    [0.8, 0.9],
    [0.7, 0.8],
  ])('is right at least as often as it says: from %d to %d', (from, to) => {
    const among = heard.filter(({ fact }) => fact.confidence >= from && fact.confidence < to);
    expect(among.length).toBeGreaterThan(20);
    expect(among.filter(({ isTrue }) => isTrue).length / among.length).toBeGreaterThanOrEqual(from);
  });
});
