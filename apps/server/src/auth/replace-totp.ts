import { done, type Result } from '@ringdesk/shared';
import type { App, Peer, Person } from '../app.ts';
import { checkFactor } from './check-factor.ts';
import { checkOwnPassword } from './own-password.ts';
import { giveStep } from './step-tokens.ts';

type Parts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'>;

/** Both factors of somebody who is signed in, shown right now. */
export interface FreshFactors {
  readonly asker: Person;
  readonly password: string;
  readonly code: string | undefined;
  readonly recoveryCode: string | undefined;
  readonly from: Peer;
}

/** Gives the step to another authenticator, as long as this session lasts. The present one counts until the new one is proved. */
export async function replaceTotp(app: Parts, shown: FreshFactors): Promise<Result<{ enrollToken: string }>> {
  const checked = await checkOwnPassword(app, { ...shown, path: 'password' });
  if (!checked.ok) return checked;
  const { userId, sessionId } = shown.asker;
  const { code, recoveryCode, from } = shown;
  const factor = await checkFactor(app, { userId, code, recoveryCode, from });
  if (!factor.ok) return factor;
  const step = { userId, kind: 'enroll', origin: 'replace', sessionId } as const;
  return done({ enrollToken: await giveStep(app.db, step) });
}
