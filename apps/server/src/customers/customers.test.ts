import type { Customer, CustomerId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimCall } from '../calls/claim-call.ts';
import { linkCall } from '../calls/link-call.ts';
import { sql } from '../database/sql.ts';
import { addressOf, allListed, dana, good, makeCustomer, namesOf, nobody } from '../testing/customers.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { lookupCustomers } from './lookup-customers.ts';
import { readCustomer } from './read-customer.ts';
import { restoreCustomer } from './restore-customer.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const change = async (it: Customer, fields: object) => {
  await floor.clock.advance(1);
  return changeCustomer(floor.app, { id: it.id, version: it.version, ...fields }, dana);
};
const remove = async (id: CustomerId) => {
  await floor.clock.advance(1);
  return deleteCustomer(floor.app, id, dana);
};
const history = (id: CustomerId) =>
  floor.db.rows<{ by_id: string | null; by_client: string | null; changes: object[] }>(
    sql`SELECT by_id, by_client, changes FROM customer_changes WHERE customer_id = ${id} ORDER BY at, id`,
  );
const lookup = async (phone: string) => good(await lookupCustomers(floor.app, { phone }));

describe('a new customer', () => {
  test('is kept as it was said, with numbers in E.164 and the zone of the first address', async () => {
    const made = await makeCustomer(floor, {
      firstName: ' María ',
      lastName: 'López',
      email: 'Maria@Example.COM',
      phones: [{ number: '(415) 555-0132' }, { kind: 'home', number: '415 555 0132' }],
      tags: ['VIP', 'vip '],
      addresses: [{ street: '12 Oak Street', city: 'Fairview', state: 'Texas' }],
    });
    expect(made).toMatchObject({
      name: 'María López',
      email: 'maria@example.com',
      phones: [{ kind: 'mobile', number: '+14155550132' }],
      tags: ['VIP'],
      timeZone: 'America/Chicago',
      version: 1,
      createdBy: dana.byId,
      archivedAt: null,
    });
    expect(addressOf(made)).toMatchObject({
      kind: 'service',
      street: '12 Oak Street',
      country: 'US',
      version: 1,
    });
    expect(good(await readCustomer(floor.app, made.id))).toEqual(made);
  });

  test('has numbers as the country of the address writes them', async () => {
    const made = await makeCustomer(floor, {
      lastName: 'Vogel',
      phones: [{ number: '030 1234567' }],
      addresses: [{ street: 'Lindenstraße 4', city: 'Berlin', country: 'de' }],
    });
    expect(made.phones).toEqual([{ kind: 'mobile', number: '+49301234567', extension: null }]);
  });

  test('may have a name of rare letters that is longer than what is sorted by', async () => {
    const made = await makeCustomer(floor, { firstName: `a${'𠮷'.repeat(39)}`, lastName: '𠮷'.repeat(40) });
    expect(namesOf(await allListed(floor, { q: '𠮷' }))).toEqual([made.name]);
    expect(await change(made, { company: `a${'𠮷'.repeat(59)}` })).toMatchObject({ ok: true });
  });

  test('with a number that cannot be is not made at all', async () => {
    const said = { lastName: 'Lopez', phones: [{ kind: 'mobile' as const, number: '12' }] };
    expect(await createCustomer(floor.app, said, dana)).toMatchObject({
      ok: false,
      error: { code: 'INPUT_INVALID', details: { errors: [{ path: 'phones.0.number' }] } },
    });
    expect(await allListed(floor, {})).toEqual([]);
  });

  test('made by a service is noted under its client', async () => {
    const made = await makeCustomer(
      floor,
      { lastName: 'Lopez' },
      { byId: null as never, byClient: 'svc_1' as never },
    );
    expect(made.createdBy).toBeNull();
    expect(await history(made.id)).toMatchObject([{ by_id: null, by_client: 'svc_1' }]);
  });
});

describe('a change', () => {
  test('touches what is named and nothing else, and is in the history with before and after', async () => {
    const made = await makeCustomer(floor, {
      firstName: 'Maria',
      lastName: 'Lopez',
      notes: 'dog',
      tags: ['VIP'],
    });
    const changed = good(await change(made, { lastName: 'Reyes', company: undefined, notes: undefined }));
    expect(changed).toMatchObject({
      firstName: 'Maria',
      lastName: 'Reyes',
      notes: 'dog',
      tags: ['VIP'],
      version: 2,
    });
    const [, entry] = await history(made.id);
    expect(entry).toEqual({
      by_id: dana.byId,
      by_client: null,
      changes: [{ field: 'lastName', before: 'Lopez', after: 'Reyes' }],
    });
    expect(namesOf(await allListed(floor, { q: 'reyes' }))).toEqual(['Maria Reyes']);
    expect(await allListed(floor, { q: 'lopez' })).toEqual([]);
  });

  test('replaces numbers as a whole, and what was one is no longer found by it', async () => {
    const made = await makeCustomer(floor, { lastName: 'Lopez', phones: [{ number: '4155550132' }] });
    await change(made, { phones: [{ kind: 'work', number: '(415) 555-0199' }] });
    expect((await lookup('415 555 0132')).items).toEqual([]);
    expect((await lookup('415 555 0199')).items).toHaveLength(1);
  });

  test('of an older version is refused, and the refusal brings what is there now', async () => {
    const made = await makeCustomer(floor);
    await change(made, { company: 'Acme' });
    expect(await change(made, { company: 'Other' })).toMatchObject({
      error: { code: 'STALE', details: { version: 2, customer: { company: 'Acme' } } },
    });
  });

  test('that was made already, after an answer that was lost, changes nothing again', async () => {
    const made = await makeCustomer(floor);
    await change(made, { company: 'Acme' });
    expect(await change(made, { company: 'Acme' })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await history(made.id)).toHaveLength(2);
  });

  test('leaves somebody whom one can call by something', async () => {
    const made = await makeCustomer(floor, { lastName: 'Lopez' });
    expect(await change(made, { lastName: null })).toMatchObject({
      error: { code: 'INPUT_INVALID', details: { errors: [{ path: 'lastName' }] } },
    });
  });

  test('by twenty writers of one version is made by one of them', async () => {
    const made = await makeCustomer(floor);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => change(made, { company: `Number ${i}` })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.flatMap((it) => (it.ok ? [] : [it.error.code])))).toEqual(new Set(['STALE']));
    expect(await history(made.id)).toHaveLength(2);
  });

  test('without an id or with somebody else’s changes nobody', async () => {
    const made = await makeCustomer(floor);
    for (const id of [undefined, null, '', nobody, '%', `${made.id}' OR '1'='1`]) {
      const result = await change({ ...made, id: id as never }, { company: 'Taken' });
      expect(result).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    expect(await allListed(floor, { q: 'taken' })).toEqual([]);
  });
});

describe('a question with something missing', () => {
  test('never answers somebody else', async () => {
    await makeCustomer(floor, { lastName: 'Lopez', phones: [{ number: '4155550132' }] });
    for (const missing of [undefined, null]) {
      expect(await readCustomer(floor.app, missing as never)).toMatchObject({ error: { code: 'NOT_FOUND' } });
      expect(await deleteCustomer(floor.app, missing as never, dana)).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
      expect(await restoreCustomer(floor.app, missing as never, dana)).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    }
    expect(await allListed(floor, {})).toHaveLength(1);
  });
});

describe('a customer who is to go', () => {
  test('goes for good when nothing hangs on it', async () => {
    const made = await makeCustomer(floor, { lastName: 'Lopez', addresses: [{ street: '1 Elm' }] });
    expect(good(await remove(made.id))).toEqual({ outcome: 'deleted' });
    expect(await readCustomer(floor.app, made.id)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await remove(made.id)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('is archived when a job names it, is then out of sight, and comes back', async () => {
    const made = await makeCustomer(floor, {
      lastName: 'Lopez',
      phones: [{ number: '4155550132' }],
      addresses: [{ street: '1 Elm' }],
    });
    await floor.db.rows(sql`INSERT INTO jobs (id, customer_id, address_id, title, tags)
      VALUES ('job_1', ${made.id}, ${addressOf(made).id}, 'Leak', '{}')`);
    expect(good(await remove(made.id))).toEqual({ outcome: 'archived' });
    expect(good(await remove(made.id))).toEqual({ outcome: 'archived' });
    expect(await allListed(floor, {})).toEqual([]);
    expect(await allListed(floor, { q: 'lopez' })).toEqual([]);
    expect((await lookup('4155550132')).items).toEqual([]);
    expect(await allListed(floor, { q: 'lopez', archived: 'only' })).toHaveLength(1);
    expect(await allListed(floor, { archived: 'too' })).toHaveLength(1);
    const gone = good(await readCustomer(floor.app, made.id));
    expect(await change(gone, { company: 'Acme' })).toMatchObject({ error: { code: 'CUSTOMER_ARCHIVED' } });
    await floor.clock.advance(1);
    const back = good(await restoreCustomer(floor.app, made.id, dana));
    expect(back.archivedAt).toBeNull();
    expect(await allListed(floor, { q: 'lopez' })).toHaveLength(1);
    expect((await history(made.id)).map((it) => it.changes)).toMatchObject([
      expect.anything(),
      [{ field: 'archived', before: null, after: 'yes' }],
      [{ field: 'archived', before: 'yes', after: null }],
    ]);
  });

  test('while calls are being linked is never removed from under one of them', async () => {
    const rep = await floor.rep('Dana');
    for (let round = 0; round < 20; round++) {
      const { id } = await makeCustomer(floor);
      const callId = await floor.ring();
      await claimCall(floor.app, { callId, repId: rep });
      const [linked, removed] = await Promise.all([
        linkCall(floor.app, { callId, repId: rep, customerId: id }),
        deleteCustomer(floor.app, id, dana),
      ]);
      const call = await floor.call(callId);
      const outcome = good(removed).outcome;
      expect(linked.ok).toBe(call.customerId === id);
      expect(outcome).toBe(call.customerId === id ? 'archived' : 'deleted');
      if (!linked.ok) expect(linked.error.code).toBe('NOT_FOUND');
      await floor.db.rows(
        sql`UPDATE calls SET status = 'closed', ended_at = now(), wrapped_at = now(), disposition = 'x' WHERE id = ${callId}`,
      );
    }
  });
});

describe('a number that calls', () => {
  test('is nobody’s, one’s, or several’s: all are told, in any form of the question', async () => {
    expect(await lookup('(415) 555-0132')).toEqual({ phone: '+14155550132', items: [], nextCursor: null });
    await makeCustomer(floor, { lastName: 'Lopez', phones: [{ number: '4155550132' }] });
    expect(namesOf((await lookup('+1 415 555 0132')).items)).toEqual(['Lopez']);
    await makeCustomer(floor, { lastName: 'Reyes', phones: [{ kind: 'home', number: '415-555-0132' }] });
    await makeCustomer(floor, { lastName: 'Kim', phones: [{ number: '415-555-0133' }] });
    for (const phone of ['4155550132', '415.555.0132', '1-415-555-0132', '(415)5550132', '+14155550132'])
      expect(namesOf((await lookup(phone)).items).sort()).toEqual(['Lopez', 'Reyes']);
  });

  test('is nobody’s when it is none', async () => {
    await makeCustomer(floor, { lastName: 'Lopez', phones: [{ number: '4155550132' }] });
    for (const phone of ['anonymous', '0132', '%', '+1415555013_'])
      expect((await lookup(phone)).items).toEqual([]);
  });
});
