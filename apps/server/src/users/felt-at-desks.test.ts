import type { Role } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { find } from '../reps/store.ts';
import { post } from '../testing/ask-http.ts';
import { patch, type Someone, someone } from '../testing/people.ts';
import { connectDesk, type TestDesk, until } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let other: TestServer;
let admin: Someone;
beforeAll(async () => {
  server = await startTestServer({ isTimeReal: true, routing: { vanishedSeconds: 1 } });
  other = await startTestServer({ beside: server, isTimeReal: true, routing: { vanishedSeconds: 1 } });
  admin = await someone(server, 'Ada Admin', 'admin');
});
afterAll(async () => {
  await other.close();
  await server.close();
});

/** Somebody with a desk on each node. */
async function atDesks(role: Role): Promise<{ who: Someone; desks: TestDesk[] }> {
  const who = await someone(server, 'Rosa', role);
  return {
    who,
    desks: [await connectDesk(server.url, who.session), await connectDesk(other.url, who.session)],
  };
}

const why = async (desk: TestDesk) => {
  await desk.closed(5_000);
  return desk.heard('session.ending').map((payload) => payload.why);
};

describe('what an admin changes is felt at open desks on every node within five seconds', () => {
  test('a new role', async () => {
    const { who, desks } = await atDesks('supervisor');
    await admin.ask(`/users/${who.id}`, patch({ version: 2, role: 'rep' }));
    for (const desk of desks) expect(await why(desk)).toEqual(['role-changed']);
    // The session itself goes on, with the new role.
    const again = await connectDesk(other.url, who.session);
    expect((await again.does('desk.open', {})).me.role).toBe('rep');
    again.close();
  });

  test('being disabled, which takes the rep off the floor too', async () => {
    const { who, desks } = await atDesks('rep');
    const [desk] = desks;
    await desk?.does('presence.set', { presence: 'available' });
    await admin.ask(`/users/${who.id}`, patch({ version: 2, isDisabled: true }));
    for (const one of desks) expect(await why(one)).toEqual(['disabled']);
    await until('the rep to be offline', async () => {
      const rep = await find(server.db, who.id);
      return rep?.presence === 'offline' && !rep.isConnected;
    });
  });

  test('sessions that are ended, and an authenticator that is reset', async () => {
    const ended = await atDesks('rep');
    await admin.ask(`/users/${ended.who.id}/end-sessions`, post({}));
    for (const desk of ended.desks) expect(await why(desk)).toEqual(['signed-out']);
    const reset = await atDesks('rep');
    await admin.ask(`/users/${reset.who.id}/reset-authenticator`, post({ code: admin.code() }));
    for (const desk of reset.desks) expect(await why(desk)).toEqual(['signed-out']);
    expect([...server.troubles, ...other.troubles]).toEqual([]);
  });
});
