import type { Listeners, Refusal } from '@ringdesk/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCall, buildSnapshot } from '../testing/build-call.ts';
import { connectionNow } from './connection.store.ts';
import { DeskClient, type DeskClientOptions } from './desk-client.ts';
import { retryDelayMs } from './retry.ts';
import type { WireHears } from './wire.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const deaf: Listeners = {
  'call.changed': () => undefined,
  'call.offered': () => undefined,
  'call.offer-ended': () => undefined,
  'presence.changed': () => undefined,
  'transcript.heard': () => undefined,
  'suggestion.made': () => undefined,
  'session.ending': () => undefined,
  'server.draining': () => undefined,
};

/** A wire in the hands of the test: it opens when told and answers what it is told to. */
class HeldWire {
  isOpen = false;
  attempts = 0;
  asked: string[] = [];
  answer: (name: string) => Promise<unknown> = () => Promise.resolve({ ok: true, value: buildSnapshot() });
  hears: WireHears | undefined;

  open(): void {
    this.attempts += 1;
  }
  close(): void {
    this.isOpen = false;
  }
  ask(name: string): Promise<unknown> {
    this.asked.push(name);
    return this.answer(name);
  }
  letIn(): void {
    this.isOpen = true;
    this.hears?.opened();
  }
  break(): void {
    this.isOpen = false;
    this.hears?.lost();
  }
}

function desk(over: Partial<DeskClientOptions> = {}): {
  readonly wire: HeldWire;
  readonly client: DeskClient;
} {
  const wire = new HeldWire();
  const client = new DeskClient({
    url: '',
    makeWire: ({ hears }) => {
      wire.hears = hears;
      return wire;
    },
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve(true),
    listeners: deaf,
    opened: () => undefined,
    sessionOver: () => undefined,
    sessionLocked: () => undefined,
    chance: () => 0,
    ...over,
  });
  return { wire, client };
}

describe('the desk and its server', () => {
  it('asks for the whole desk on every connection and is open once it has it', async () => {
    const { wire } = desk();
    expect(connectionNow().state).toBe('connecting');
    wire.letIn();
    await vi.advanceTimersByTimeAsync(100);
    expect(wire.asked).toEqual(['desk.open']);
    expect(connectionNow().state).toBe('open');
    wire.break();
    expect(connectionNow().state).toBe('away');
    await vi.advanceTimersByTimeAsync(500);
    wire.letIn();
    await vi.advanceTimersByTimeAsync(100);
    expect(wire.asked).toEqual(['desk.open', 'desk.open']);
  });

  it('tries again by itself, later each time, and says when', async () => {
    const { wire } = desk();
    wire.break();
    expect(wire.attempts).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(wire.attempts).toBe(2);
    wire.break();
    expect(connectionNow()).toMatchObject({ state: 'away', retryAtMs: Date.now() + 400 });
  });

  it('tries at once when the rep says so', async () => {
    const { wire, client } = desk();
    wire.break();
    client.retryNow();
    expect(wire.attempts).toBe(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wire.attempts).toBe(2);
  });

  it('asks once for many gaps, and once more for a gap that came during the question', async () => {
    const { wire, client } = desk();
    wire.letIn();
    await vi.advanceTimersByTimeAsync(100);
    let answer = (_: unknown): void => undefined;
    wire.answer = () => new Promise((resolve) => (answer = resolve));
    for (let i = 0; i < 10; i++) client.catchUp();
    await vi.advanceTimersByTimeAsync(100);
    expect(wire.asked).toHaveLength(2);
    client.catchUp();
    await vi.advanceTimersByTimeAsync(1000);
    expect(wire.asked).toHaveLength(2);
    answer({ ok: true, value: buildSnapshot() });
    await vi.advanceTimersByTimeAsync(100);
    expect(wire.asked).toHaveLength(3);
  });

  it('answers a question without a connection at once, and one without an answer with a sentence', async () => {
    const { wire, client } = desk();
    const id = buildCall('a').id;
    expect(await client.ask('call.claim', { callId: id })).toMatchObject({ error: { code: 'UNAVAILABLE' } });
    expect(wire.asked).toEqual([]);
    wire.letIn();
    wire.answer = () => Promise.reject(new Error('operation has timed out'));
    expect(await client.ask('call.claim', { callId: id })).toMatchObject({ error: { code: 'UNAVAILABLE' } });
  });

  it('renews a session that the server turned away, and gives up when that does not help', async () => {
    const ends: string[] = [];
    let renewals = 0;
    const { wire } = desk({
      renew: () => Promise.resolve(++renewals > 0),
      sessionOver: () => ends.push('over'),
    });
    const no: Refusal = { code: 'UNAUTHENTICATED', message: '' };
    for (let i = 0; i < 3; i++) {
      wire.hears?.turnedAway(no);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(renewals).toBe(2);
    expect(wire.attempts).toBe(3);
    expect(ends).toEqual(['over']);
  });

  it('does not knock again at a server that speaks another version', async () => {
    const { wire } = desk();
    wire.hears?.turnedAway({ code: 'CONTRACT_OUTDATED', message: '' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(connectionNow().state).toBe('outdated');
    expect(wire.attempts).toBe(1);
  });

  it('does not knock again while the session is locked', async () => {
    const ends: string[] = [];
    const { wire } = desk({ sessionLocked: () => ends.push('locked') });
    wire.hears?.turnedAway({ code: 'SESSION_LOCKED', message: '' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ends).toEqual(['locked']);
    expect(wire.attempts).toBe(1);
  });

  it('comes back when a server that restarts said it should', async () => {
    const { wire, client } = desk();
    wire.letIn();
    await vi.advanceTimersByTimeAsync(100);
    client.comeBackIn(3000);
    wire.hears?.lost();
    expect(connectionNow()).toMatchObject({ state: 'away', isRestart: true, retryAtMs: Date.now() + 3000 });
    await vi.advanceTimersByTimeAsync(2900);
    expect(wire.attempts).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(wire.attempts).toBe(2);
  });

  it('is still after it was closed', async () => {
    const { wire, client } = desk();
    client.close();
    wire.hears?.lost();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(wire.attempts).toBe(1);
    expect(connectionNow().state).toBe('closed');
  });
});

describe('the wait before the next try', () => {
  it.each([
    [0, 0, 200],
    [1, 0, 400],
    [4, 0, 3200],
    [5, 0, 5000],
    [500, 0, 5000],
    [500, 0.999, 3335],
  ])('at try %i with chance %d is %i ms', (attempt, chance, ms) => {
    expect(retryDelayMs(attempt, chance)).toBe(ms);
  });
});
