import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { openDesk, setPresence } from '../reps/store.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { endCall } from './end-call.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

describe('a rep whose desk is gone', () => {
  test('keeps the call for fifteen seconds; then it goes back to the front, with the time it has waited', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    const { queuedAt } = await floor.call(call);
    await claimCall(floor.app, { callId: call, repId: dana });
    const later = await floor.ring();
    await floor.vanish(dana);
    await floor.pass(14.9);
    expect(await floor.call(call)).toMatchObject({ status: 'active', repId: dana });
    await floor.pass(0.1);
    expect(await floor.call(call)).toMatchObject({
      status: 'waiting',
      repId: null,
      claimedAt: null,
      queuedAt,
    });
    const lee = await floor.rep('Lee');
    await floor.route();
    expect(await floor.call(call)).toMatchObject({ offeredTo: lee });
    expect((await floor.call(later)).status).toBe('waiting');
  });

  test('is offline after that, and a wish kept for later is forgotten', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    await setPresence(floor.db, dana, { presence: 'away', reason: 'lunch' });
    await floor.vanish(dana);
    await floor.pass(15);
    expect(await floor.repOf(dana)).toMatchObject({
      presence: 'offline',
      reason: null,
      work: 'idle',
      nextPresence: null,
      nextReason: null,
    });
  });

  test('who is back in time goes on with the call', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    await floor.vanish(dana);
    await floor.pass(10);
    await floor.returns(dana);
    await floor.pass(30);
    expect(await floor.call(call)).toMatchObject({ status: 'active', repId: dana });
    expect(await floor.repOf(dana)).toMatchObject({ presence: 'available', isConnected: true });
  });

  test('is asked for the call again only after every other fit rep', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    await floor.vanish(dana);
    await floor.pass(15);
    await floor.returns(dana);
    await setPresence(floor.db, dana, { presence: 'available', reason: null });
    const lee = await floor.rep('Lee');
    await floor.db.rows(sql`UPDATE reps SET last_offered_at = desk_now() WHERE user_id = ${lee}`);
    await floor.pass(6);
    expect(await floor.call(call)).toMatchObject({ offeredTo: lee });
  });

  test('with one of two desks closed is still there', async () => {
    const dana = await floor.rep('Dana');
    await floor.returns(dana);
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    await floor.vanish(dana);
    // The first desk is still open.
    expect((await floor.repOf(dana)).isConnected).toBe(true);
  });

  test('in wrap-up loses nothing: the wrap-up ends by its own time', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    await endCall(floor.app, { callId: call, repId: dana });
    await floor.vanish(dana);
    await floor.pass(30);
    expect((await floor.call(call)).status).toBe('wrap_up');
    await floor.pass(30);
    expect(await floor.call(call)).toMatchObject({
      status: 'closed',
      disposition: 'not-recorded',
      repId: dana,
    });
    expect(await floor.repOf(dana)).toMatchObject({ work: 'idle', presence: 'offline' });
  });
});

describe('a node that is gone', () => {
  test('takes its desks with it after five seconds, and their calls come back fifteen seconds later', async () => {
    const dana = await floor.rep('Dana', { isConnected: false });
    await floor.db.rows(sql`INSERT INTO nodes (id, seen_at) VALUES ('node_dead', desk_now())`);
    await openDesk(floor.db, { id: 'desk_elsewhere', userId: dana, nodeId: 'node_dead' });
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    await floor.pass(4.9);
    expect((await floor.repOf(dana)).isConnected).toBe(true);
    await floor.pass(0.2);
    expect((await floor.repOf(dana)).isConnected).toBe(false);
    await floor.pass(15);
    expect((await floor.call(call)).status).toBe('waiting');
  });

  test('and comes back, as after a long pause, has its desks again', async () => {
    const dana = await floor.rep('Dana');
    await floor.db.rows(sql`DELETE FROM nodes`);
    expect(await floor.db.rows(sql`SELECT FROM desks`)).toEqual([]);
    await floor.pass(1);
    await floor.pass(1);
    expect((await floor.repOf(dana)).isConnected).toBe(true);
  });
});
