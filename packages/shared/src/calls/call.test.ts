import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../kernel/errors.ts';
import { UserId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import {
  type CallState,
  CallStatus,
  claim,
  end,
  endOffer,
  hangUp,
  isOnTheLine,
  isOver,
  offer,
  release,
  stateOf,
  wrapUp,
} from './call.ts';

const dana = UserId.parse('usr_dana');
const lee = UserId.parse('usr_lee');

const states = {
  waiting: { status: 'waiting' },
  'ringing for Dana': { status: 'offered', offeredTo: dana },
  'ringing for Lee': { status: 'offered', offeredTo: lee },
  "Dana's": { status: 'active', repId: dana },
  "Lee's": { status: 'active', repId: lee },
  'in wrap-up by Dana': { status: 'wrap_up', repId: dana },
  'in wrap-up by Lee': { status: 'wrap_up', repId: lee },
  'closed by Dana': { status: 'closed', repId: dana },
  abandoned: { status: 'abandoned' },
} as const satisfies Record<string, CallState>;
type State = keyof typeof states;

/** What Dana wants of a call. */
const verbs = {
  'is offered it': (call: CallState) => offer(call, dana),
  'claims it': (call: CallState) => claim(call, { id: dana, holdsActiveCall: false }),
  'claims it while on another call': (call: CallState) => claim(call, { id: dana, holdsActiveCall: true }),
  'declines it': (call: CallState) => endOffer(call, dana),
  'gives it back': (call: CallState) => release(call, dana),
  'ends it': (call: CallState) => end(call, dana),
  'sees its caller hang up': (call: CallState) => hangUp(call),
  'wraps it up': (call: CallState) => wrapUp(call, dana),
} as const satisfies Record<string, (call: CallState) => Result<CallState>>;

/** For each verb, what becomes of a call in each state: the next state, or the code of the refusal. */
const table: Record<keyof typeof verbs, Record<State, State | ErrorCode>> = {
  'is offered it': row(
    'ringing for Dana',
    'OFFERED_ELSEWHERE',
    'OFFERED_ELSEWHERE',
    'CALL_TAKEN',
    'CALL_TAKEN',
  ),
  'claims it': row("Dana's", "Dana's", 'OFFERED_ELSEWHERE', "Dana's", 'CALL_TAKEN'),
  'claims it while on another call': row('REP_BUSY', 'REP_BUSY', 'OFFERED_ELSEWHERE', "Dana's", 'CALL_TAKEN'),
  'declines it': {
    ...row('OFFER_EXPIRED', 'waiting', 'OFFER_EXPIRED', 'OFFER_EXPIRED', 'OFFER_EXPIRED'),
    'in wrap-up by Dana': 'OFFER_EXPIRED',
    'in wrap-up by Lee': 'OFFER_EXPIRED',
    'closed by Dana': 'OFFER_EXPIRED',
    abandoned: 'OFFER_EXPIRED',
  },
  'gives it back': row('NOT_YOURS', 'NOT_YOURS', 'NOT_YOURS', 'waiting', 'NOT_YOURS'),
  'ends it': row('NOT_YOURS', 'NOT_YOURS', 'NOT_YOURS', 'in wrap-up by Dana', 'NOT_YOURS'),
  'sees its caller hang up': row(
    'abandoned',
    'abandoned',
    'abandoned',
    'in wrap-up by Dana',
    'in wrap-up by Lee',
  ),
  'wraps it up': {
    ...row('NOT_YOURS', 'NOT_YOURS', 'NOT_YOURS', 'CALL_ACTIVE', 'NOT_YOURS'),
    'in wrap-up by Dana': 'closed by Dana',
    'in wrap-up by Lee': 'NOT_YOURS',
  },
};

/** The five states with a caller on the line in the order of `states`; in all others the call is over for the verb. */
function row(
  ...onTheLine: [(State | ErrorCode)?, ...(State | ErrorCode)[]]
): Record<State, State | ErrorCode> {
  const names = Object.keys(states) as State[];
  const entries = names.map((name, i) => [name, onTheLine[i] ?? 'CALL_ENDED'] as const);
  return Object.fromEntries(entries) as Record<State, State | ErrorCode>;
}

describe('a call, in every state and with every verb', () => {
  const cases = Object.entries(verbs).flatMap(([verb, act]) =>
    Object.entries(states).map(([state, call]) => {
      const outcome = table[verb as keyof typeof verbs][state as State];
      return { verb, act, state, call, outcome };
    }),
  );
  test.each(cases)('Dana $verb when it is $state: $outcome', ({ act, call, outcome }) => {
    const result = act(call);
    if (outcome in states) expect(result).toEqual({ ok: true, value: states[outcome as State] });
    else expect(result).toMatchObject({ ok: false, error: { code: outcome } });
  });
});

describe('what a call is', () => {
  test.each([
    ['waiting', true, false],
    ['offered', true, false],
    ['active', true, false],
    ['wrap_up', false, false],
    ['closed', false, true],
    ['abandoned', false, true],
  ] as const)('a call that is %s: caller on the line %s, over %s', (status, onTheLine, over) => {
    expect([isOnTheLine({ status }), isOver({ status })]).toEqual([onTheLine, over]);
  });

  test.each(CallStatus.options)(
    'a flat call that is %s shows its state, and only what belongs to it',
    (status) => {
      const flat = { status, offeredTo: dana, repId: lee };
      const expected: Record<CallStatus, CallState> = {
        waiting: { status: 'waiting' },
        offered: { status: 'offered', offeredTo: dana },
        active: { status: 'active', repId: lee },
        wrap_up: { status: 'wrap_up', repId: lee },
        closed: { status: 'closed', repId: lee },
        abandoned: { status: 'abandoned' },
      };
      expect(stateOf(flat)).toEqual(expected[status]);
    },
  );

  test.each(['offered', 'active', 'wrap_up'] as const)(
    'a call that is %s without its rep is a bug',
    (status) => {
      expect(() => stateOf({ status, offeredTo: null, repId: null })).toThrow(/without its rep/);
    },
  );
});
