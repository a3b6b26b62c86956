import { describe, expect, it } from 'vitest';
import { buildRep } from '../testing/build-call.ts';
import { undoOf } from './say-presence.ts';

describe('a wish for after the call', () => {
  it('is taken back by wishing for what applies already', () => {
    const rep = buildRep({ work: 'on_call', nextPresence: 'away', nextReason: 'Lunch' });
    expect(undoOf(rep)).toEqual({ presence: 'available', reason: null });
  });

  it('is taken back with the same reason when the rep is away already', () => {
    const rep = buildRep({ presence: 'away', reason: 'Break', work: 'on_call', nextPresence: 'available' });
    expect(undoOf(rep)).toEqual({ presence: 'away', reason: 'Break' });
  });

  it('has nothing to take back when there is none', () => {
    expect(undoOf(buildRep())).toBeNull();
    expect(undoOf(buildRep({ presence: 'not_responding', nextPresence: 'away' }))).toBeNull();
  });
});
