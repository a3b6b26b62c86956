import { type Call, CustomerId } from '@ringdesk/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deskClosed, deskOpened } from '../calls/desk.store.ts';
import { forgiveLink, owedLinkNow, oweLink } from '../calls/owed-links.store.ts';
import { type DeskClient, openDesk } from '../realtime/desk-client.ts';
import { buildCall, buildSnapshot, dana } from '../testing/build-call.ts';
import { buildCustomer } from '../testing/build-customer.ts';
import { keptEntry, shelfWith } from '../testing/build-outbox.ts';
import { doneLater, isHeld, payLinks } from './done-later.ts';

const maria = buildCustomer();
const mine = (over: Partial<Call> = {}) => buildCall('maria', { status: 'active', repId: dana.id, ...over });
const made = keptEntry({ name: 'customer.create', input: {}, callId: mine().id });

/** A desk whose server answers, or is away. */
const wire = {
  isOpen: true,
  asked: [] as unknown[],
  open: () => undefined,
  close: () => undefined,
  ask(name: string, input: unknown): Promise<unknown> {
    wire.asked.push([name, input]);
    return Promise.resolve({ ok: true, value: mine({ customerId: maria.id, version: 2 }) });
  },
};
let client: DeskClient;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', shelfWith({}));
  wire.isOpen = true;
  wire.asked = [];
  client = openDesk({
    url: '',
    makeWire: () => wire,
    token: () => Promise.resolve('token'),
    renew: () => Promise.resolve(true),
    listeners: {
      'call.changed': () => undefined,
      'call.offered': () => undefined,
      'call.offer-ended': () => undefined,
      'presence.changed': () => undefined,
      'transcript.heard': () => undefined,
      'suggestion.made': () => undefined,
      'session.ending': () => undefined,
      'server.draining': () => undefined,
    },
    opened: () => undefined,
    sessionOver: () => undefined,
    sessionLocked: () => undefined,
    chance: () => 0,
  });
});
afterEach(() => {
  client.close();
  deskClosed();
  forgiveLink(mine().id);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const linked = ['call.link', { callId: mine().id, customerId: maria.id }];

describe('a customer who could only be made later', () => {
  it('is linked to the call in which they were typed', async () => {
    deskOpened(buildSnapshot({ calls: [mine()] }));
    doneLater(made, maria);
    await vi.advanceTimersByTimeAsync(0);
    expect(wire.asked).toEqual([linked]);
  });

  it('is linked once the desk is open, when they were made before that', async () => {
    doneLater(made, maria);
    await vi.advanceTimersByTimeAsync(0);
    expect(wire.asked).toEqual([]);
    deskOpened(buildSnapshot({ calls: [mine()] }));
    await payLinks();
    await payLinks();
    expect(wire.asked).toEqual([linked]);
  });

  it('is linked when the connection is back, when it was away at that moment', async () => {
    deskOpened(buildSnapshot({ calls: [mine()] }));
    wire.isOpen = false;
    doneLater(made, maria);
    await vi.advanceTimersByTimeAsync(0);
    wire.isOpen = true;
    await payLinks();
    expect(wire.asked).toEqual([linked]);
  });

  it('takes the place of nobody who was linked meanwhile', async () => {
    deskOpened(buildSnapshot({ calls: [mine({ customerId: CustomerId.parse('cus_2') })] }));
    doneLater(made, maria);
    await vi.advanceTimersByTimeAsync(0);
    expect(wire.asked).toEqual([]);
  });
});

describe('a link that was asked for while the server was away', () => {
  const other = CustomerId.parse('cus_2');

  it('takes the place of whoever was linked when it was asked for', async () => {
    deskOpened(buildSnapshot({ calls: [mine({ customerId: other })] }));
    oweLink(mine().id, { customerId: maria.id, over: other });
    await payLinks();
    await payLinks();
    expect(wire.asked).toEqual([linked]);
  });

  it('is given up when somebody else was linked meanwhile', async () => {
    deskOpened(buildSnapshot({ calls: [mine({ customerId: other })] }));
    oweLink(mine().id, { customerId: maria.id, over: null });
    await payLinks();
    expect(wire.asked).toEqual([]);
    expect(owedLinkNow(mine().id)).toBeNull();
  });

  it('is kept until the server has answered', async () => {
    deskOpened(buildSnapshot({ calls: [mine()] }));
    oweLink(mine().id, { customerId: maria.id, over: null });
    wire.isOpen = false;
    await payLinks();
    expect(owedLinkNow(mine().id)).toEqual({ customerId: maria.id, over: null });
  });

  it('holds the jobs that were booked in the call, as long as it is at this desk', async () => {
    const job = { input: { callId: mine().id } };
    expect(isHeld(job)).toBe(false);
    oweLink(mine().id, { customerId: maria.id, over: null });
    // Before the desk is open nobody knows.
    expect(isHeld(job)).toBe(true);
    deskOpened(buildSnapshot({ calls: [mine()] }));
    expect(isHeld(job)).toBe(true);
    expect(isHeld({ input: {} })).toBe(false);
    await payLinks();
    expect(isHeld(job)).toBe(false);
    oweLink(mine().id, { customerId: null, over: maria.id });
    deskOpened(buildSnapshot({ calls: [] }));
    expect(isHeld(job)).toBe(false);
  });
});
