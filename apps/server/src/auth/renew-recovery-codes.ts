import { done, type Result } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { record } from '../audit/store.ts';
import { post } from '../mails/store.ts';
import { checkFactor } from './check-factor.ts';
import { replaceRecoveryCodes } from './factors.store.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { checkOwnPassword } from './own-password.ts';
import type { FreshFactors } from './replace-totp.ts';
import { deedOf, idsOf, penOf } from './writing.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

/** Ten new recovery codes in the place of those before. */
export async function renewRecoveryCodes(
  app: Parts,
  shown: FreshFactors,
): Promise<Result<{ recoveryCodes: string[] }>> {
  const checked = await checkOwnPassword(app, { ...shown, path: 'password' });
  if (!checked.ok) return checked;
  const { code, recoveryCode, from } = shown;
  const { id: userId, email, name } = checked.value.user;
  const factor = await checkFactor(app, { userId, code, recoveryCode, from });
  if (!factor.ok) return factor;
  const made = await makeRecoveryCodes(app.passwords);
  if (!made.ok) return made;
  await app.db.transaction(async (tx) => {
    await replaceRecoveryCodes(tx, userId, made.value.hashes);
    await record(tx, idsOf(app), { event: 'recovery-codes.renewed', userId, byId: userId, from });
    const deed = deedOf(app, from);
    const letter = { kind: 'recovery-codes-renewed', name, ...deed } as const;
    if (email !== null) await post(tx, penOf(app), { to: email, letter });
  });
  return done({ recoveryCodes: [...made.value.shown] });
}
