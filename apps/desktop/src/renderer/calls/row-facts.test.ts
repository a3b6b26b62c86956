import { describe, expect, it } from 'vitest';
import { buildCall, dana, lee } from '../testing/build-call.ts';
import { sayRefusal } from './refusals.ts';
import { rowFacts } from './row-facts.ts';
import { urgencyOf } from './waiting.ts';

const queuedAt = '2026-11-20T10:00:00.000Z';
const after = (seconds: number) => Date.parse(queuedAt) + seconds * 1000;

describe('a row of the queue', () => {
  it.each([
    ['a waiting call', buildCall('a'), 'waiting', 'Waiting'],
    [
      'one that rings for me',
      buildCall('a', { status: 'offered', offeredTo: dana.id, offeredToName: dana.name }),
      'ringing',
      'Ringing for you',
    ],
    [
      'one that rings for Lee',
      buildCall('a', { status: 'offered', offeredTo: lee.id, offeredToName: lee.name }),
      'ringing',
      'Ringing for Lee Park',
    ],
    ['mine', buildCall('a', { status: 'active', repId: dana.id, repName: dana.name }), 'mine', 'Mine'],
    ['Lee’s', buildCall('a', { status: 'active', repId: lee.id, repName: lee.name }), 'others', 'Lee Park'],
    ['one whose caller left', buildCall('a', { status: 'abandoned' }), 'abandoned', 'Caller left'],
  ] as const)('says in sign and words that it is %s', (_name, call, look, state) => {
    expect(rowFacts(call, dana.id, after(5))).toMatchObject({ look, state });
  });

  it('shows the number of a caller without a name', () => {
    expect(rowFacts(buildCall('a', { from: '+14155550132' }), dana.id, after(1)).name).toBe(
      '+1 415 555 0132',
    );
    expect(rowFacts(buildCall('a', { callerName: 'Maria' }), dana.id, after(1)).name).toBe('Maria');
  });

  it('lets only a waiting call be claimed', () => {
    expect(rowFacts(buildCall('a'), dana.id, after(1)).canBeClaimed).toBe(true);
    expect(
      rowFacts(buildCall('a', { status: 'offered', offeredTo: lee.id }), dana.id, after(1)).canBeClaimed,
    ).toBe(false);
  });

  it('tells how long the caller waits on a clock and in words', () => {
    expect(rowFacts(buildCall('a', { queuedAt }), dana.id, after(125))).toMatchObject({
      time: '2:05',
      timeTold: 'waiting 2 min, late',
      urgency: 'late',
    });
  });
});

describe('how urgent a caller is', () => {
  it.each([
    [0, 'calm'],
    [19_999, 'calm'],
    [20_000, 'careful'],
    [59_999, 'careful'],
    [60_000, 'late'],
  ] as const)('after %i ms: %s', (waitedMs, urgency) => {
    expect(urgencyOf(waitedMs)).toBe(urgency);
  });
});

describe('a refused claim', () => {
  it('names who was quicker', () => {
    const taken = buildCall('a', { status: 'active', repId: lee.id, repName: 'Lee Park' });
    expect(sayRefusal({ code: 'CALL_TAKEN', message: 'Taken.' }, taken)).toBe(
      'Lee Park took this call a moment ago.',
    );
    expect(sayRefusal({ code: 'CALL_TAKEN', message: 'Taken.' }, buildCall('a'))).toBe('Taken.');
  });

  it('says for whom it rings', () => {
    const rings = buildCall('a', { status: 'offered', offeredTo: lee.id, offeredToName: 'Lee Park' });
    expect(sayRefusal({ code: 'OFFERED_ELSEWHERE', message: '' }, rings)).toBe(
      'This call is ringing for Lee Park.',
    );
  });
});
