import { done, newId, type Output, type Result } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { holdAccount } from './accounts.store.ts';
import { checkFactor } from './check-factor.ts';
import { accountDisabled } from './disabled.ts';
import { findFactors } from './factors.store.ts';
import { beginSessionIn, type SessionParts } from './sessions.ts';
import { giveStep, stepOf, stepOver } from './step-tokens.ts';
import { spendStep } from './steps.store.ts';
import { inTurn, type Turns } from './turns.ts';
import { idsOf } from './writing.ts';

type Parts = SessionParts & Pick<App, 'passwords'> & { readonly turns: Turns };

interface Shown {
  readonly bearer: string | null;
  readonly code: string | undefined;
  readonly recoveryCode: string | undefined;
  readonly from: Peer;
}

/** Judges the second factor and begins a session. Who needed a recovery code also gets the step to a new authenticator. */
export async function verifySignIn(app: Parts, shown: Shown): Promise<Result<Output<'auth.verify-sign-in'>>> {
  return inTurn(app.turns, () => begin(app, shown));
}

async function begin(
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
  const sessionId = newId.session({ nowMs: app.clock.nowMs, random: app.random });
  const session = await app.db.transaction(async (tx) => {
    // Whatever ends sessions holds the account too: it comes first and voids this step, or after and ends this session.
    if (!(await holdAccount(tx, userId))) return 'disabled';
    if (!(await spendStep(tx, step.hash))) return null;
    await record(tx, idsOf(app), { event: 'sign-in.done', userId, byId: userId, from });
    return beginSessionIn(tx, app, { user: factors.user, from, sessionId });
  });
  if (session === 'disabled') return accountDisabled(app, userId, from);
  if (session === null) return stepOver();
  if (checked.value.left === undefined) return done(session);
  // Good as long as the session that was just begun.
  const enrollToken = await giveStep(app.db, { userId, kind: 'enroll', origin: 'recovery', sessionId });
  return done({ ...session, enrollToken, recoveryCodesLeft: checked.value.left });
}
