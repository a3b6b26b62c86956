import { done, type Result, refused, type UserId } from '@ringdesk/shared';
import type { App, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { giveBack, release, type Try, takeTry } from './brakes.store.ts';
import { brakeOn, stopped } from './brakes.ts';
import { type Factors, findFactors, findRecoveryHash, useRecoveryCode, useStep } from './factors.store.ts';
import { slotOf } from './recovery-codes.ts';
import { stepOfCode } from './totp.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

/** A code of the authenticator or, where none is given, a recovery code, as the contract reads them. */
interface ShownFactor {
  readonly userId: UserId;
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
  readonly from: Peer;
}

/** What is used up when a factor is right. */
type Use = { readonly step: number } | { readonly slot: number; readonly hash: string };

/**
 * Judges a second factor and uses it up: a code of this or the last time step, or a recovery code, each once on all
 * nodes together. Refuses with CODE_WRONG, or with RATE_LIMITED while the brake holds, whatever was shown then. It
 * commits by itself: a factor that was shown is spent, also when what it was shown for fails.
 */
export async function checkFactor(
  app: Parts,
  shown: ShownFactor,
): Promise<Result<{ readonly left?: number }>> {
  const { userId, from } = shown;
  const ofPeer = await takeTry(app.db, brakeOn.wrongFrom(from.address));
  if (!ofPeer.isAllowed) return stopped(ofPeer);
  const inARow = await takeTry(app.db, brakeOn.factor(userId));
  if (!inARow.isAllowed) return stopped(inARow);
  const ofDay = await takeTry(app.db, brakeOn.factorOfDay(userId));
  if (!ofDay.isAllowed) return stopped(ofDay);
  const factors = await findFactors(app.db, userId);
  const use = await judge(app, shown, factors);
  if (!use.ok) {
    await giveBack(app.db, [brakeOn.factor(userId).key, ...wrongOnly(userId, from)]);
    return use;
  }
  const used = factors && use.value && (await useUp(app, { factors, use: use.value, from }));
  if (used) return done(used);
  await noteWrong(app, { shown, factors, inARow, ofDay });
  return refused('CODE_WRONG');
}

/** What the shown factor would use up; null when it is wrong. Refused only when it could not be judged. */
async function judge(app: Parts, shown: ShownFactor, factors: Factors | null): Promise<Result<Use | null>> {
  const { userId, code, recoveryCode } = shown;
  if (code !== undefined) {
    if (factors === null || factors.totpSecret === null) return done(null);
    const secret = app.sealing.open(factors.totpSecret, userId);
    if (secret === null) throw new Error('the secret of an authenticator was sealed under another SECRET');
    const step = stepOfCode(secret, code, factors.nowSeconds);
    return done(step === null ? null : { step });
  }
  const slot = slotOf(recoveryCode ?? '');
  const hash = slot === null ? null : await findRecoveryHash(app.db, { userId, slot });
  const fits = await app.passwords.verify(hash, recoveryCode ?? '');
  if (!fits.ok) return fits;
  return done(fits.value && slot !== null && hash !== null ? { slot, hash } : null);
}

/** Uses it up, in the condition of one UPDATE; null when somebody was faster. */
async function useUp(
  app: Parts,
  { factors, use, from }: { readonly factors: Factors; readonly use: Use; readonly from: Peer },
): Promise<{ readonly left?: number } | null> {
  const { id: userId, email, name } = factors.user;
  return app.db.transaction(async (tx) => {
    const left =
      'step' in use
        ? await useStep(tx, { userId, step: use.step })
        : await useRecoveryCode(tx, { userId, ...use });
    if (left === false || left === null) return null;
    await release(tx, [brakeOn.factor(userId).key]);
    await giveBack(tx, wrongOnly(userId, from));
    if (left === true) return {};
    const detail = `${left} left`;
    await record(tx, idsOf(app), {
      event: 'sign-in.recovery-code-used',
      userId,
      byId: userId,
      from,
      detail,
    });
    const letter = { kind: 'recovery-code-used', name, left, ...deedOf(app, from) } as const;
    if (email !== null) await post(tx, penOf(app), { to: email, letter });
    return { left };
  });
}

interface Wrong {
  readonly shown: ShownFactor;
  readonly factors: Factors | null;
  readonly inARow: Try;
  readonly ofDay: Try;
}

/** Notes a wrong factor; the one that makes the brake hold is told to the owner. */
async function noteWrong(app: Parts, { shown, factors, inARow, ofDay }: Wrong): Promise<void> {
  const { userId, from } = shown;
  const holding = [
    { tries: ofDay, most: brakeOn.factorOfDay(userId).most },
    { tries: inARow, most: brakeOn.factor(userId).most },
  ].find(({ tries, most }) => tries.tries === most)?.tries;
  await app.db.transaction(async (tx) => {
    const entry = { userId: factors?.user.id ?? null, byId: null, from };
    await record(tx, idsOf(app), { event: 'sign-in.code-wrong', ...entry });
    if (holding === undefined || factors === null) return;
    await record(tx, idsOf(app), { event: 'sign-in.stopped', ...entry, detail: 'codes' });
    const minutes = Math.ceil(holding.retryAfterSeconds / 60);
    const { email, name } = factors.user;
    const deed = deedOf(app, from);
    const letter = { kind: 'sign-in-stopped', name, what: 'code', minutes, ...deed } as const;
    if (email !== null) await post(tx, penOf(app), { to: email, letter });
  });
}

/** Brakes that count what is wrong and take back what is right. */
function wrongOnly(userId: UserId, from: Peer): readonly string[] {
  return [brakeOn.factorOfDay(userId).key, brakeOn.wrongFrom(from.address).key];
}
