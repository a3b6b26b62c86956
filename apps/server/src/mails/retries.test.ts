import { describe, expect, it } from 'vitest';
import { secondsToNextTry } from './retries.ts';

/** The ages in seconds at which a mail is tried, when every try fails at once. */
function triesOf(hasCode: boolean): number[] {
  const ages = [0];
  for (;;) {
    const ageSeconds = ages.at(-1) ?? 0;
    const pause = secondsToNextTry({ tries: ages.length, ageSeconds, hasCode });
    if (pause === null) return ages;
    ages.push(ageSeconds + pause);
  }
}

describe('a mail that could not be handed over', () => {
  it('is tried again soon, then each hour, for a day', () => {
    const tries = triesOf(false);
    expect(tries.slice(0, 7)).toEqual([0, 5, 35, 155, 755, 4355, 7955]);
    expect(tries.at(-1)).toBeLessThan(86_400);
    expect(tries.at(-1)).toBeGreaterThan(86_400 - 3_600);
  });

  it('with a code is tried more often, as long as the code is good', () => {
    expect(triesOf(true)).toEqual([0, 5, 35, 155, 275, 395, 515]);
  });
});
