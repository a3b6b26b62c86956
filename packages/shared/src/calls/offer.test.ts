import { describe, expect, test } from 'vitest';
import { UserId } from '../kernel/ids.ts';
import { type OfferWhy, SkipReason, sayWhy } from './offer.ts';

function why(
  skipped: readonly (readonly [string, SkipReason])[],
  lastOfferedAt: string | null = null,
): OfferWhy {
  const rows = skipped.map(([name, reason]) => ({
    repId: UserId.parse(`usr_${name.toLowerCase()}`),
    name,
    reason,
  }));
  return { fit: 1, lastOfferedAt, askedBefore: 0, skipped: rows };
}

const earlier = '2026-01-05T08:00:00.000Z';

describe('the reason of an offer as a sentence', () => {
  test.each<[string, OfferWhy]>([
    ['your first offer', why([])],
    ['longest since your last offer', why([], earlier)],
    [
      'longest since your last offer; Lee missed it; Dana is on a call',
      why(
        [
          ['Dana', 'on_call'],
          ['Lee', 'missed_this_call'],
        ],
        earlier,
      ),
    ],
    [
      'your first offer; Lee declined it just now; Ana is away; 1 more was passed over',
      why([
        ['Bo', 'disconnected'],
        ['Ana', 'away'],
        ['Lee', 'declined_just_now'],
      ]),
    ],
    [
      'your first offer; A is wrapping up; B is being asked for another call; 2 more were passed over',
      why([
        ['D', 'offered_more_recently'],
        ['C', 'not_responding'],
        ['B', 'offered'],
        ['A', 'wrap_up'],
      ]),
    ],
  ])('%s', (sentence, reason) => {
    expect(sayWhy(reason)).toBe(sentence);
  });

  test.each(SkipReason.options)('every way to be passed over has its words: %s', (reason) => {
    expect(sayWhy(why([['Dana', reason]]))).toMatch(/; Dana (is|has|was|declined|missed) ?\w*/);
  });
});
