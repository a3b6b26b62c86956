import { done, type Output, type Result, type Session, type UserId } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { checkFactor } from './check-factor.ts';
import { accountDisabled } from './disabled.ts';
import { findFactors } from './factors.store.ts';
import { beginSession, type SessionParts } from './sessions.ts';
import { giveStep, stepOf, stepOver } from './step-tokens.ts';
import { spendStep } from './steps.store.ts';
import { idsOf } from './writing.ts';

type Parts = SessionParts & Pick<App, 'passwords'>;

interface Shown {
  readonly bearer: string | null;
  readonly code: string | undefined;
  readonly recoveryCode: string | undefined;
  readonly from: Peer;
}

/** Judges the second factor and begins a session. Who needed a recovery code also gets the step to a new authenticator. */
export async function verifySignIn(
  app: Parts,
  { bearer, code, recoveryCode, from }: Shown,
): Promise<Result<Output<'auth.verify-sign-in'>>> {
  const step = await stepOf(app.db, bearer, 'challenge');
  if (step === null) return stepOver();
  const { userId } = step;
  const checked = await checkFactor(app, { userId, code, recoveryCode, from });
  if (!checked.ok) return checked;
  const factors = await findFactors(app.db, userId);
  if (factors === null) return stepOver();
  if (factors.isDisabled) return accountDisabled(app, userId, from);
  const isSpent = await app.db.transaction(async (tx) => {
    if (!(await spendStep(tx, step.hash))) return false;
    await record(tx, idsOf(app), { event: 'sign-in.done', userId, byId: userId, from });
    return true;
  });
  if (!isSpent) return stepOver();
  const session = await beginSession(app, factors.user, from);
  if (checked.value.left === undefined) return done(session);
  const enrollToken = await stepToAuthenticator(app, userId, session);
  return done({ ...session, enrollToken, recoveryCodesLeft: checked.value.left });
}

/** Good as long as the session that was just begun. */
async function stepToAuthenticator(app: Parts, userId: UserId, session: Session): Promise<string> {
  const token = await app.tokens.verify(session.accessToken, app.clock.nowMs());
  if (token === null) throw new Error('a token that was just signed is not ours');
  const { sessionId } = token;
  return giveStep(app.db, { userId, kind: 'enroll', origin: 'recovery', sessionId });
}
