import { done, type Input, type Result, refused } from '@ringdesk/shared';
import { record } from '../audit/store.ts';
import { release } from '../auth/brakes.store.ts';
import { brakeOn } from '../auth/brakes.ts';
import { checkFactor } from '../auth/check-factor.ts';
import { endSessionsOf } from '../auth/end-sessions.store.ts';
import { forgetFactors } from '../auth/factors.store.ts';
import { deedOf, idsOf, penOf } from '../auth/writing.ts';
import { post } from '../mails/store.ts';
import { type By, noSuchPerson, type PeopleParts } from './change-person.ts';
import { find, hold } from './store.ts';

/**
 * For somebody who lost authenticator and recovery codes: both are void, every session ends, and a mail says so. The admin
 * shows the code of the own authenticator, so that a desk that was left open cannot be used for it.
 */
export async function resetAuthenticator(
  app: PeopleParts,
  { id, code }: Input<'user.reset-authenticator'>,
  { asker, from }: By,
): Promise<Result<Record<string, never>>> {
  if (id === asker.userId)
    return refused('FORBIDDEN', 'Your own authenticator is replaced in your account, with your password.');
  const admin = await find(app.db, asker.userId);
  if (admin === null) return refused('UNAUTHENTICATED');
  if ((await find(app.db, id)) === null) return noSuchPerson;
  // Demo people have no authenticator; they are only there where nothing is at stake.
  if (!admin.hasAuthenticator && !(app.isDemo && admin.isDemo))
    return refused('FORBIDDEN', 'Set up an authenticator of your own first.');
  if (admin.hasAuthenticator) {
    const shown = await checkFactor(app, { userId: asker.userId, code, from });
    if (!shown.ok) return shown;
  }
  return app.db.transaction(async (tx) => {
    const person = await hold(tx, id);
    if (person === null) return noSuchPerson;
    await forgetFactors(tx, id);
    await endSessionsOf(tx, id, { why: 'authenticator reset' });
    // Wrong codes of an authenticator that is void say nothing about the next one.
    await release(tx, [brakeOn.factor(id).key, brakeOn.factorOfDay(id).key]);
    await record(tx, idsOf(app), {
      event: 'authenticator.reset-by-admin',
      userId: id,
      byId: asker.userId,
      from,
    });
    const { name, email } = person;
    const letter = { kind: 'authenticator-reset', name, by: admin.name, ...deedOf(app, from) } as const;
    if (email !== null) await post(tx, penOf(app), { to: email, letter });
    return done({});
  });
}
