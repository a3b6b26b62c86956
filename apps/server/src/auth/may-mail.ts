import type { Peer } from '../app.ts';
import type { Database } from '../database/database.ts';
import { takeTry } from './brakes.store.ts';
import { brakeOn } from './brakes.ts';

/**
 * Whether one more mail may go to an address that a stranger named. One network gets a part of a day's mails only: nobody
 * there can use them all up and so keep the owner of the address from a code.
 */
export async function mayMail(db: Pick<Database, 'rows'>, email: string, from: Peer): Promise<boolean> {
  const ofPeer = await takeTry(db, brakeOn.mailsToFrom(email, from.address));
  return ofPeer.isAllowed && (await takeTry(db, brakeOn.mailsTo(email))).isAllowed;
}
