import { describe, expect, test } from 'vitest';
import {
  becomeIdle,
  isFit,
  missesUntilNotResponding,
  missOffer,
  Presence,
  type RepState,
  Work,
  wishPresence,
} from './presence.ts';

function rep(is: Partial<RepState> = {}): RepState {
  return { presence: 'available', awayReason: null, work: 'idle', next: null, missesInARow: 0, ...is };
}

const lunch = { presence: 'away', reason: 'lunch' } as const;
const back = { presence: 'available', reason: null } as const;

describe('who may be asked', () => {
  const every = Presence.options.flatMap((presence) => Work.options.map((work) => ({ presence, work })));
  test.each(every)('a rep who is $presence and $work', ({ presence, work }) => {
    expect(isFit(rep({ presence, work }))).toBe(presence === 'available' && work === 'idle');
  });
});

describe('saying available or away', () => {
  test.each(['idle', 'offered'] as const)('applies at once for a rep who is %s', (work) => {
    expect(wishPresence(rep({ work }), lunch)).toEqual(rep({ work, presence: 'away', awayReason: 'lunch' }));
  });

  test('forgives earlier misses, also of a rep who was taken out of the round', () => {
    const asleep = rep({ presence: 'not_responding', missesInARow: 3 });
    expect(wishPresence(asleep, back)).toEqual(rep());
  });

  test('a rep who comes back has no reason to be away any more', () => {
    expect(wishPresence(rep({ presence: 'away', awayReason: 'lunch' }), back)).toEqual(rep());
  });

  test.each(['on_call', 'wrap_up'] as const)('is kept for later by a rep who is %s', (work) => {
    const busy = wishPresence(rep({ work }), lunch);
    expect(busy).toEqual(rep({ work, next: lunch }));
    expect(becomeIdle(busy)).toEqual(rep({ presence: 'away', awayReason: 'lunch' }));
  });

  test('what is kept for later is taken back by wishing for what is so', () => {
    expect(wishPresence(rep({ work: 'on_call', next: lunch }), back)).toEqual(rep({ work: 'on_call' }));
    const away = rep({ work: 'on_call', presence: 'away', awayReason: 'lunch', next: back });
    expect(wishPresence(away, lunch).next).toBeNull();
  });

  test('another reason to be away is another wish', () => {
    const away = rep({ work: 'on_call', presence: 'away', awayReason: 'training' });
    expect(wishPresence(away, lunch).next).toEqual(lunch);
  });

  test('the newest wish is the one that counts', () => {
    const twice = wishPresence(wishPresence(rep({ work: 'on_call' }), lunch), {
      presence: 'away',
      reason: null,
    });
    expect(becomeIdle(twice)).toMatchObject({ presence: 'away', awayReason: null });
  });
});

describe('after the work', () => {
  test('a rep with no wish stays as they are', () => {
    expect(becomeIdle(rep({ work: 'wrap_up', missesInARow: 1 }))).toEqual(rep({ missesInARow: 1 }));
  });
});

describe('missing an offer', () => {
  test('only the third miss in a row takes a rep out of the round', () => {
    expect(missesUntilNotResponding).toBe(3);
    const first = missOffer(rep({ work: 'offered' }));
    expect(first).toEqual(rep({ missesInARow: 1 }));
    const second = missOffer(first);
    expect(second).toEqual(rep({ missesInARow: 2 }));
    expect(missOffer(second)).toEqual(rep({ missesInARow: 3, presence: 'not_responding' }));
  });
});
