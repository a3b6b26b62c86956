import { done, type Result } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { findAccountOf } from './accounts.store.ts';
import { stepOf, stepOver } from './step-tokens.ts';
import { keepSecret } from './steps.store.ts';
import { newTotpSecret, showSecret } from './totp.ts';

/** Gives the secret of this enrollment, the same one however often it is asked for until its first code was shown. */
export async function enrollTotp(
  app: Pick<App, 'db' | 'sealing'>,
  bearer: string | null,
): Promise<Result<{ secret: string; otpauthUrl: string; qrSvg: string }>> {
  const step = await stepOf(app.db, bearer, 'enroll');
  const email = step && ((await findAccountOf(app.db, step.userId))?.user.email ?? null);
  if (step === null || email === null) return stepOver();
  const sealed = await keepSecret(app.db, step.hash, app.sealing.seal(newTotpSecret(), step.userId));
  const secret = sealed === null ? null : app.sealing.open(sealed, step.userId);
  return secret === null ? stepOver() : done(await showSecret(secret, email));
}
