import type { CallId, CustomerId, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor, untold } from '../testing/floor.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { list } from './calls.store.ts';
import { claimCall } from './claim-call.ts';
import { endCall } from './end-call.ts';
import { linkCall } from './link-call.ts';
import { wrapUpCall } from './wrap-up-call.ts';

let floor: Floor;
let rep: UserId;
let callId: CallId;
let customerId: CustomerId;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(async () => {
  await floor.clear();
  rep = await floor.rep('Dana');
  callId = await floor.ring();
  await claimCall(floor.app, { callId, repId: rep });
  ({ customerId } = await servedCustomer(floor));
});
afterAll(() => floor.close());

const link = (to: CustomerId | null) => linkCall(floor.app, { callId, repId: rep, customerId: to });
const wrapUp = () => wrapUpCall(floor.app, { callId, repId: rep, disposition: 'spam', notes: null });

describe('a call', () => {
  test('is linked to the customer who calls, and told', async () => {
    const before = await untold(floor.db);
    const { version } = await floor.call(callId);
    expect(await link(customerId)).toMatchObject({ ok: true, value: { customerId, version: version + 1 } });
    expect(await untold(floor.db)).toBe(before + 1);
  });

  test('linked again to the same one, after an answer that was lost, changes nothing', async () => {
    await link(customerId);
    const { version } = await floor.call(callId);
    expect(await link(customerId)).toMatchObject({ ok: true, value: { version } });
  });

  test('is linked to somebody else, or to nobody again', async () => {
    await link(customerId);
    const other = await servedCustomer(floor, { lastName: 'Reyes' });
    expect(await link(other.customerId)).toMatchObject({ ok: true, value: { customerId: other.customerId } });
    expect(await link(null)).toMatchObject({ ok: true, value: { customerId: null } });
  });

  test('is linked in the wrap-up too, and no longer once it is closed', async () => {
    await endCall(floor.app, { callId, repId: rep });
    expect(await link(customerId)).toMatchObject({ ok: true });
    await wrapUp();
    expect(await link(null)).toMatchObject({ error: { code: 'CALL_ENDED' } });
    expect((await floor.call(callId)).customerId).toBe(customerId);
  });

  test('is linked by the rep who holds it only', async () => {
    const lee = await floor.rep('Lee');
    for (const repId of [lee, undefined as never])
      expect(await linkCall(floor.app, { callId, repId, customerId })).toMatchObject({
        error: { code: 'NOT_YOURS' },
      });
    const waiting = await floor.ring();
    expect(await linkCall(floor.app, { callId: waiting, repId: rep, customerId })).toMatchObject({
      error: { code: 'NOT_YOURS' },
    });
    expect((await floor.call(callId)).customerId).toBeNull();
  });

  test('is not linked to somebody who is not there, or archived, and a call that is not there to nobody', async () => {
    expect(await link('cus_nobody' as CustomerId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    await floor.db.rows(sql`UPDATE customers SET archived_at = now() WHERE id = ${customerId}`);
    expect(await link(customerId)).toMatchObject({ error: { code: 'CUSTOMER_ARCHIVED' } });
    for (const unknown of ['call_nobody' as CallId, undefined as never])
      expect(await linkCall(floor.app, { callId: unknown, repId: rep, customerId: null })).toMatchObject({
        error: { code: 'CALL_UNKNOWN' },
      });
  });

  test('is in the list of its customer’s calls', async () => {
    await link(customerId);
    await floor.ring();
    const asked = {
      status: undefined,
      repId: undefined,
      from: undefined,
      to: undefined,
      before: null,
      limit: 10,
    };
    expect((await list(floor.db, { ...asked, customerId })).map((call) => call.id)).toEqual([callId]);
    expect(await list(floor.db, { ...asked, customerId: 'cus_nobody' as CustomerId })).toEqual([]);
  });
});
