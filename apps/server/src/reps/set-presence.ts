import { done, type PresenceWish, type Rep, type Result, refused, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { setPresence } from './store.ts';

/** Says available or away. Who goes away keeps no ringing call: `withdraw` takes back what rings for the rep. */
export async function wishPresence(
  app: Pick<App, 'db' | 'nudge'>,
  repId: UserId,
  { wish, withdraw }: { readonly wish: PresenceWish; readonly withdraw: (repId: UserId) => Promise<void> },
): Promise<Result<Rep>> {
  const rep = await setPresence(app.db, repId, wish);
  if (rep === null)
    return refused('NOT_FOUND', 'Open a desk first; then you can say whether you are available.');
  // The wish is stored first, so that no new offer can slip in between.
  if (rep.presence !== 'available' && rep.work === 'offered') await withdraw(repId);
  app.nudge();
  return done(rep.presence !== 'available' && rep.work === 'offered' ? { ...rep, work: 'idle' } : rep);
}
