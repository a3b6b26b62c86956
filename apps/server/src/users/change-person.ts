import { done, type Input, type Person, type Result, refused } from '@ringdesk/shared';
import type { App, Person as Asker, Peer } from '../app.ts';
import { record } from '../audit/store.ts';
import { endSessionsOf } from '../auth/end-sessions.store.ts';
import { deedOf, idsOf, penOf } from '../auth/writing.ts';
import type { Database } from '../database/database.ts';
import type { Letter } from '../mails/letter.ts';
import { post } from '../mails/store.ts';
import { type Changed, find, hold, holdAdmins, update } from './store.ts';

/** What changing people takes. */
export type PeopleParts = Pick<App, 'db' | 'clock' | 'random' | 'sealing' | 'passwords'> & {
  readonly isDemo: boolean;
};
type Tx = Pick<Database, 'rows'>;

/** Who asks, and from where. */
export interface By {
  readonly asker: Asker;
  readonly from: Peer;
}

/** The refusal for somebody who is not there, and for somebody who is none of the asker's business: the same. */
export const noSuchPerson = refused('NOT_FOUND', 'There is no such person.');

/** Changes a name, a role, or whether somebody may sign in. The last admin who can sign in stays one. */
export async function changePerson(
  app: PeopleParts,
  wish: Input<'user.change'>,
  { asker, from }: By,
): Promise<Result<Person>> {
  const isForAdmins = wish.role !== undefined || wish.isDisabled !== undefined;
  if (asker.role !== 'admin' && wish.id !== asker.userId) return noSuchPerson;
  if (asker.role !== 'admin' && isForAdmins)
    return refused('FORBIDDEN', 'Only admins change roles and who may sign in.');
  return app.db.transaction(async (tx) => {
    // Admins first and the person then, in every transaction: none waits for another in a circle.
    const admins = isForAdmins ? await holdAdmins(tx, app.isDemo) : [];
    // Somebody else may have taken the role away a moment ago.
    if (isForAdmins && admins.every(({ id }) => id !== asker.userId)) return refused('FORBIDDEN');
    const before = await hold(tx, wish.id);
    if (before === null) return noSuchPerson;
    if (before.version !== wish.version) return refused('STALE');
    const after = {
      name: wish.name ?? before.name,
      role: wish.role ?? before.role,
      isDisabled: wish.isDisabled ?? before.isDisabled,
    };
    const isAdmin = after.role === 'admin' && !after.isDisabled;
    // A demo admin is none any more once the demo is over.
    const others = admins.filter(({ id, isDemo }) => id !== before.id && (before.isDemo || !isDemo));
    const wasAdmin = admins.some(({ id }) => id === before.id);
    if (wasAdmin && !isAdmin && others.length === 0) return refused('ADMIN_LAST');
    await store(tx, app, { before, after, asker, from });
    return done((await find(tx, wish.id)) ?? before);
  });
}

interface Change extends By {
  readonly before: Person;
  readonly after: Changed;
}

/** Stores the change with its entries and mails; one that changes nothing leaves no trace. */
async function store(tx: Tx, app: PeopleParts, { before, after, asker, from }: Change): Promise<void> {
  const deeds = deedsOf(before, after);
  if (deeds.length === 0) return;
  await update(tx, before.id, after);
  if (after.isDisabled && !before.isDisabled) await endSessionsOf(tx, before.id, { why: 'disabled' });
  for (const deed of deeds)
    await record(tx, idsOf(app), { ...deed, userId: before.id, byId: asker.userId, from });
  if (before.email === null) return;
  const by = (await find(tx, asker.userId))?.name ?? '';
  const said = { name: after.name, by, ...deedOf(app, from) };
  for (const letter of lettersOf(before, after, said))
    await post(tx, penOf(app), { to: before.email, letter });
}

function deedsOf(before: Person, after: Changed) {
  const { name, role, isDisabled } = after;
  return [
    ...(name === before.name
      ? []
      : [{ event: 'user.name-changed', detail: `${before.name} → ${name}` } as const]),
    ...(role === before.role
      ? []
      : [{ event: 'user.role-changed', detail: `${before.role} → ${role}` } as const]),
    ...(isDisabled === before.isDisabled
      ? []
      : [{ event: isDisabled ? 'user.disabled' : 'user.enabled' } as const]),
  ];
}

/** Mails about what happens to somebody: not about a name, and not about being let in again. */
function lettersOf(
  before: Person,
  after: Changed,
  said: { readonly name: string; readonly by: string } & ReturnType<typeof deedOf>,
): Letter[] {
  const { role } = after;
  return [
    ...(role === before.role ? [] : [{ kind: 'role-changed', role, ...said } as const]),
    ...(after.isDisabled && !before.isDisabled ? [{ kind: 'account-disabled', ...said } as const] : []),
  ];
}
