import { done, type Output, type Result, refused, type Session } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { holdAccount } from './accounts.store.ts';
import { takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { accountDisabled } from './disabled.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { type Factors, findFactors, replaceRecoveryCodes, setAuthenticator } from './factors.store.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { beginSessionIn, type SessionParts } from './sessions.ts';
import { stepOf, stepOver } from './step-tokens.ts';
import { type Step, spendStep, voidSteps } from './steps.store.ts';
import { stepOfCode } from './totp.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = SessionParts & Pick<App, 'passwords'>;

interface Shown {
  readonly bearer: string | null;
  readonly code: string;
  readonly from: Peer;
}

/**
 * Proves an authenticator with its first code and begins a session. Where it takes the place of another one, every session
 * before ends, also the one it was asked in: whoever holds only the old factor is out.
 */
export async function confirmTotp(
  app: Parts,
  { bearer, code, from }: Shown,
): Promise<Result<Output<'totp.confirm'>>> {
  const step = await stepOf(app.db, bearer, 'enroll');
  const secret = step?.totpSecret ? app.sealing.open(step.totpSecret, step.userId) : null;
  const factors = step && (await findFactors(app.db, step.userId));
  if (step === null || secret === null || factors === null) return stepOver();
  const tried = await takeTry(app.db, brakeOn.enrollment(step.userId));
  if (!tried.isAllowed) return stopped(tried);
  const totpStep = stepOfCode(secret, code, factors.nowSeconds);
  if (totpStep === null) return refused('CODE_WRONG');
  const made = await makeRecoveryCodes(app.passwords);
  if (!made.ok) return made;
  const session = await setUp(app, { step, totpStep, factors, hashes: made.value.hashes, from });
  if (session === 'disabled') return accountDisabled(app, factors.user.id, from);
  if (session === null) return stepOver();
  return done({ ...session, recoveryCodes: [...made.value.shown] });
}

interface NewAuthenticator {
  readonly step: Step;
  readonly totpStep: number;
  readonly factors: Factors;
  readonly hashes: readonly string[];
  readonly from: Peer;
}

/** Everything that changes with a new authenticator, at once, and the session it begins; null when another enrollment was faster. */
async function setUp(app: Parts, made: NewAuthenticator): Promise<Session | 'disabled' | null> {
  const { step, totpStep, factors, hashes, from } = made;
  const { userId, totpSecret } = step;
  const isReplacing = step.origin === 'replace' || step.origin === 'recovery';
  return app.db.transaction(async (tx) => {
    if (!(await holdAccount(tx, userId))) return 'disabled';
    if (totpSecret === null || !(await spendStep(tx, step.hash))) return null;
    if (!(await setAuthenticator(tx, { userId, totpSecret, step: totpStep, isReplacing }))) return null;
    await voidSteps(tx, userId);
    await replaceRecoveryCodes(tx, userId, hashes);
    if (isReplacing) await endSessionsOf(tx, userId, { why: 'authenticator replaced' });
    const entry = { userId, byId: userId, from };
    const event = isReplacing ? 'authenticator.replaced' : 'authenticator.set-up';
    await record(tx, idsOf(app), { event, ...entry });
    await record(tx, idsOf(app), { event: 'sign-in.done', ...entry });
    const { email, name } = factors.user;
    const how = isReplacing ? 'replaced' : 'first';
    const letter = { kind: 'authenticator-set-up', name, how, ...deedOf(app, from) } as const;
    if (email !== null) await post(tx, penOf(app), { to: email, letter });
    return beginSessionIn(tx, app, { user: factors.user, from });
  });
}
