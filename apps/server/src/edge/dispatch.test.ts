import { done, mayAsk, operationNames, policies, Role, refused, SessionId, UserId } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import type { Handlers, Person } from '../app.ts';
import { createDispatch, type Dispatch, type Trouble } from './dispatch.ts';

const asker = (role: Role): Person => ({
  kind: 'person',
  isLocked: false,
  userId: UserId.parse('usr_dana'),
  sessionId: SessionId.parse('ses_1'),
  role,
});

/** A dispatcher whose every handler does the same. */
function dispatchWith(handler: (ask: unknown) => unknown) {
  const troubles: Trouble[] = [];
  const handlers = Object.fromEntries(operationNames.map((name) => [name, handler])) as unknown as Handlers;
  const dispatch = createDispatch(handlers, (trouble) => void troubles.push(trouble));
  const ask = (question: Partial<Parameters<Dispatch>[0]>) =>
    dispatch({
      name: 'desk.open',
      input: {},
      asker: asker('rep'),
      desk: null,
      from: { address: '', device: '' },
      bearer: null,
      ...question,
    });
  return { ask, troubles };
}

function rejectWithNothing(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  reject();
  return promise;
}

describe('the dispatcher', () => {
  test('checks the shape and hands over what the schema made of it', async () => {
    const seen: unknown[] = [];
    const { ask } = dispatchWith(async (it) => done(seen.push(it)));
    await ask({ name: 'calls.list', input: { limit: '7' } });
    expect(seen).toMatchObject([{ input: { limit: 7 }, asker: { userId: 'usr_dana' } }]);
    const refusal = await ask({ name: 'calls.list', input: { limit: 0, surely: 1 } });
    expect(refusal).toMatchObject({
      ok: false,
      error: { code: 'INPUT_INVALID', details: { errors: [{ path: 'limit' }, {}] } },
    });
    expect(seen).toHaveLength(1);
  });

  const cases = operationNames.flatMap((name) => [null, ...Role.options].map((role) => ({ name, role })));
  test.each(cases)('$name asked by $role', async ({ name, role }) => {
    const { ask } = dispatchWith(async () => done('let in'));
    const person = role === null ? null : asker(role);
    const answer = await ask({ name, input: null, asker: person });
    const code = answer.ok ? null : answer.error.code;
    if (mayAsk(person, policies[name])) expect([null, 'INPUT_INVALID']).toContain(code);
    else expect(code).toBe(role === null ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  });

  const failures: readonly (readonly [string, () => unknown, string])[] = [
    [
      'throws',
      () => {
        throw new Error('bug');
      },
      'UNEXPECTED',
    ],
    ['rejects', () => Promise.reject(new Error('bug')), 'UNEXPECTED'],
    [
      'throws what is no error',
      () => {
        throw 'bug' as unknown as Error;
      },
      'UNEXPECTED',
    ],
    ['rejects with nothing', () => rejectWithNothing(), 'UNEXPECTED'],
    [
      'finds the database away',
      () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })),
      'UNAVAILABLE',
    ],
    [
      'finds the database starting',
      () => Promise.reject(Object.assign(new Error('x'), { code: '57P03' })),
      'UNAVAILABLE',
    ],
    [
      'waits too long for a connection',
      () => Promise.reject(new Error('timeout exceeded when trying to connect')),
      'UNAVAILABLE',
    ],
    [
      'finds it in the cause',
      () => Promise.reject(new Error('x', { cause: Object.assign(new Error('y'), { code: '08006' }) })),
      'UNAVAILABLE',
    ],
  ];
  test.each(failures)('answers when a handler %s, and tells the operators', async (_, handler, code) => {
    const { ask, troubles } = dispatchWith(handler);
    expect(await ask({})).toMatchObject({ ok: false, error: { code } });
    expect(troubles).toMatchObject([{ operation: 'desk.open', code }]);
  });

  test('a refusal goes out as it is', async () => {
    const { ask, troubles } = dispatchWith(async () => refused('REP_BUSY'));
    expect(await ask({})).toEqual(refused('REP_BUSY'));
    expect(troubles).toEqual([]);
  });
});
