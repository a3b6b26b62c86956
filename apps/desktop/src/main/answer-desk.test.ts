import { refused } from '@ringdesk/shared';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, type DesktopBridge } from '../ipc.ts';
import { type Answers, answerDesk } from './answer-desk.ts';
import { payloads } from './payloads.ts';

type Handler = Parameters<IpcMain['handle']>[1];

const good: { readonly [Name in keyof Answers]: Parameters<DesktopBridge[Name]> } = {
  serverUrl: [],
  notify: [{ title: 'A call', body: 'Ada Park, waiting for 12 s' }],
  seekAttention: [true],
  setBadge: [3],
  beginSession: [{ operation: 'totp.confirm', bearer: 'a-step-token', input: { code: '123456' } }],
  renewSession: [],
  endSession: [],
  keepsSession: [],
};

const circle: { it?: unknown } = {};
circle.it = circle;

/** Thirty things that a page might send instead; each is wrong for every channel that does not take it below. */
const bad: readonly unknown[] = [
  null,
  [],
  {},
  '',
  'text',
  -1,
  1.5,
  10_000,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2n ** 64n,
  Symbol('x'),
  () => 1,
  new Date(0),
  new Map(),
  new Uint8Array(4),
  /x/,
  circle,
  { title: 'A call' },
  { body: 'no title' },
  { title: '', body: '' },
  { title: '   ', body: '' },
  { title: 1, body: 'x' },
  { title: 'x', body: null },
  { title: 'x'.repeat(121), body: '' },
  { title: 'x', body: 'y'.repeat(501) },
  { title: 'x', body: '', icon: 'file:///etc/passwd' },
  { title: ['x'], body: 'y' },
  { operation: 'auth.sign-in', bearer: null, input: { email: 'dana@example.com', password: 'x' } },
  ['notify', { title: 'x', body: '' }],
];

const desk = { senderFrame: { parent: null, url: 'app://ringdesk/index.html#/calls' } } as IpcMainInvokeEvent;
const strangers: readonly (readonly [who: string, frame: unknown])[] = [
  ['a frame inside the desk', { parent: {}, url: 'app://ringdesk/index.html' }],
  ['a page of the web', { parent: null, url: 'https://evil.example/' }],
  ['a look-alike', { parent: null, url: 'app://ringdesk.evil.example/' }],
  ['a file', { parent: null, url: 'file:///opt/ringdesk/out/renderer/index.html' }],
  ['an empty page', { parent: null, url: 'about:blank' }],
  ['a frame without an address', { parent: null, url: '' }],
  ['a frame that is gone', null],
];

let handlers: Map<string, Handler>;
let answers: Answers;

beforeEach(() => {
  handlers = new Map();
  answers = {
    serverUrl: vi.fn<DesktopBridge['serverUrl']>(async () => 'http://127.0.0.1:4400'),
    notify: vi.fn<DesktopBridge['notify']>(async () => undefined),
    seekAttention: vi.fn<DesktopBridge['seekAttention']>(async () => undefined),
    setBadge: vi.fn<DesktopBridge['setBadge']>(async () => undefined),
    beginSession: vi.fn<DesktopBridge['beginSession']>(async () => refused('CODE_WRONG')),
    renewSession: vi.fn<DesktopBridge['renewSession']>(async () => null),
    endSession: vi.fn<DesktopBridge['endSession']>(async () => undefined),
    keepsSession: vi.fn<DesktopBridge['keepsSession']>(async () => true),
  };
  answerDesk({ handle: (channel, handler) => void handlers.set(channel, handler) }, answers);
});

async function send(
  channel: string,
  event: IpcMainInvokeEvent,
  ...sent: readonly unknown[]
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`no handler for ${channel}`);
  return handler(event, ...sent);
}

const names = Object.keys(good) as (keyof Answers)[];

describe('the bridge to the desk', () => {
  it('has a handler for each declared channel and for no other', () => {
    expect([...handlers.keys()].sort()).toEqual(Object.values(channels).sort());
    expect(Object.keys(payloads).sort()).toEqual(Object.keys(channels).sort());
  });

  it.each(names)('%s is done for the desk', async (name) => {
    await send(channels[name], desk, ...good[name]);
    expect(answers[name]).toHaveBeenCalledTimes(1);
    expect(answers[name]).toHaveBeenCalledWith(...good[name]);
  });

  describe.each(names)('%s', (name) => {
    it.each(strangers)('is refused to %s', async (_who, senderFrame) => {
      const event = { senderFrame } as IpcMainInvokeEvent;
      await expect(send(channels[name], event, ...good[name])).rejects.toThrow('for the desk only');
      expect(answers[name]).not.toHaveBeenCalled();
    });

    it('is refused for thirty wrong payloads and for one too many', async () => {
      expect(bad).toHaveLength(30);
      for (const payload of bad)
        await expect(send(channels[name], desk, payload), typeof payload).rejects.toThrow(/agreed/);
      await expect(send(channels[name], desk, ...good[name], 1, 2)).rejects.toThrow(/agreed/);
      expect(answers[name]).not.toHaveBeenCalled();
    });
  });
});

describe('beginning a session', () => {
  it.each([
    ['an operation that begins none', { operation: 'user.change', bearer: 'x', input: { code: '123456' } }],
    ['another path', { operation: '../sign-out', bearer: 'x', input: { code: '123456' } }],
    ['no step token', { operation: 'totp.confirm', bearer: null, input: { code: '123456' } }],
    ['an empty step token', { operation: 'totp.confirm', bearer: '', input: { code: '123456' } }],
    ['a step token where none belongs', { operation: 'auth.demo', bearer: 'x', input: { role: 'rep' } }],
    ['an input of another shape', { operation: 'totp.confirm', bearer: 'x', input: { code: 'secret' } }],
    ['more than the contract has', { operation: 'auth.demo', bearer: null, input: { role: 'rep', to: 'x' } }],
    [
      'another server',
      { operation: 'auth.demo', bearer: null, input: { role: 'rep' }, server: 'https://evil' },
    ],
  ])('is refused with %s', async (_what, wish) => {
    await expect(send(channels.beginSession, desk, wish)).rejects.toThrow(/agreed/);
    expect(answers.beginSession).not.toHaveBeenCalled();
  });
});
