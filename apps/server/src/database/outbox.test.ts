import type { Call } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDeskCalls } from '../calls/calls.store.ts';
import { claimCall } from '../calls/claim-call.ts';
import { type Floor, lockWaited, openFloor, untold } from '../testing/floor.ts';
import { type Fact, publishOutbox } from './outbox.ts';
import { sql } from './sql.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

interface Told {
  readonly rev: number;
  readonly fact: Fact;
}

/** Tells everything, and dies when `dies` says so: after the telling, before anything is kept. */
async function publish(into: Told[], dies: (batch: number) => boolean = () => false): Promise<void> {
  let batch = 0;
  const tell = async (facts: readonly Fact[], firstRev: number) => {
    let rev = firstRev;
    for (const fact of facts) {
      into.push({ rev, fact });
      if (fact.event === 'call.changed') rev += 1;
    }
    batch += 1;
    if (dies(batch)) throw new Error('killed');
  };
  while ((await publishOutbox(floor.db, tell)) > 0);
}

const revs = (told: readonly Told[]) =>
  told.filter(({ fact }) => fact.event === 'call.changed').map(({ rev }) => rev);

describe('what is told', () => {
  test('is told in order, each change of a call with the next number, and only once', async () => {
    for (let i = 0; i < 12; i++) await floor.ring();
    const told: Told[] = [];
    await publish(told);
    await publish(told);
    expect(revs(told)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(await untold(floor.db)).toBe(0);
    await floor.ring();
    await publish(told);
    expect(revs(told).at(-1)).toBe(13);
  });

  test('is told again with the same numbers when the process dies between telling and keeping: a repeat, never a hole', async () => {
    await floor.ring();
    const told: Told[] = [];
    await publish(told);
    for (let i = 0; i < 5; i++) await floor.ring();
    const before: Told[] = [];
    await expect(publish(before, () => true)).rejects.toThrow('killed');
    const again: Told[] = [];
    await publish(again);
    expect(again).toEqual(before);
    expect(revs([...told, ...again])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('outlives thousands of facts at once', async () => {
    const call = await floor.ring();
    await floor.db.rows(
      sql`INSERT INTO outbox (event, call_id) SELECT 'call.changed', ${call} FROM generate_series(1, 2400)`,
    );
    const told: Told[] = [];
    await publish(told);
    expect(revs(told)).toEqual(Array.from({ length: 2401 }, (_, i) => i + 1));
  });

  test('is told once when several nodes publish at the same time', async () => {
    const told: Told[] = [];
    let isBusy = true;
    const ringing = Promise.all(Array.from({ length: 60 }, () => floor.ring())).finally(() => {
      isBusy = false;
    });
    const node = async () => {
      while (isBusy) await publish(told);
    };
    await Promise.all([ringing, node(), node(), node()]);
    await publish(told);
    expect(revs(told).sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test('nothing is told of a change that is not committed', async () => {
    const call = await floor.ring();
    const told: Told[] = [];
    await publish(told);
    await floor.db
      .transaction(async (tx) => {
        await tx.rows(sql`UPDATE calls SET priority = 9 WHERE id = ${call}`);
        await tx.rows(sql`INSERT INTO outbox (event, call_id) VALUES ('call.changed', ${call})`);
        await publish(told);
        throw new Error('undone');
      })
      .catch(() => undefined);
    await publish(told);
    expect(revs(told)).toEqual([1]);
  });
});

describe('a change and its fact', () => {
  test('neither exists without the other', async () => {
    const dana = await floor.rep('Dana');
    const call = await floor.ring();
    await floor.route();
    await claimCall(floor.app, { callId: call, repId: dana });
    const told: Told[] = [];
    await publish(told);
    const events = told.map(({ fact }) => fact.event);
    expect(events.filter((event) => event === 'call.changed')).toHaveLength(3);
    expect(events.filter((event) => event === 'call.offered')).toHaveLength(1);
    expect(told.map(({ fact }) => fact).filter((fact) => fact.event === 'call.offer-ended')).toEqual([
      expect.objectContaining({ callId: call, repId: dana, outcome: 'claimed' }),
    ]);
  });

  test('a refused change tells nothing', async () => {
    const [dana, lee] = [await floor.rep('Dana'), await floor.rep('Lee')];
    const call = await floor.ring();
    await claimCall(floor.app, { callId: call, repId: dana });
    const before = await untold(floor.db);
    await claimCall(floor.app, { callId: call, repId: lee });
    expect(await untold(floor.db)).toBe(before);
  });
});

describe('a desk that opens while calls change', () => {
  test('and are just being told gets the number of the last one, so that the next it hears follows', async () => {
    const dana = await floor.rep('Dana');
    for (let i = 0; i < 3; i++) await floor.ring();
    const opened: Promise<{ rev: number }>[] = [];
    await publishOutbox(floor.db, async () => {
      const opening = openDeskCalls(floor.db, dana);
      opened.push(opening);
      await Promise.race([opening, lockWaited(floor.db)]);
    });
    expect((await Promise.all(opened)).map(({ rev }) => rev)).toEqual([3]);
  });

  test('misses nothing: its picture and the numbers told after it fit together', async () => {
    const dana = await floor.rep('Dana');
    const told: Told[] = [];
    let isBusy = true;
    const ringing = (async () => {
      for (let i = 0; i < 40; i++) await floor.ring();
      isBusy = false;
    })();
    const publishing = (async () => {
      while (isBusy) await publish(told);
    })();
    const pictures: { rev: number; calls: readonly Call[] }[] = [];
    while (isBusy) pictures.push(await openDeskCalls(floor.db, dana));
    await Promise.all([ringing, publishing]);
    await publish(told);
    expect(pictures.length).toBeGreaterThan(0);
    for (const { rev, calls } of pictures) {
      const shown = new Set(calls.map((call) => call.id));
      const inPicture = told.filter((one) => one.fact.event === 'call.changed' && one.rev <= rev);
      for (const { fact } of inPicture) if ('callId' in fact) expect(shown).toContain(fact.callId);
    }
  });
});
