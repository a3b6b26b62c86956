import { done, newId, type Result, type Role, refused, type Session } from '@ringdesk/shared';
import { isHere } from '../addresses.ts';
import type { Peer } from '../app.ts';
import { beginSession, type SessionParts } from './sessions.ts';
import { demoUser } from './store.ts';

/** Who is meant when a demo sign-in names nobody. */
const nameless: Readonly<Record<Role, string>> = {
  rep: 'Dana Reyes',
  clinician: 'Noor Haddad',
  supervisor: 'Sam Ortiz',
  admin: 'Alex Kim',
};

interface DemoSignIn {
  readonly role: Role;
  readonly name: string | undefined;
  readonly from: Peer;
}

/** Signs in as a demo person, in demo mode and from this machine only. */
export async function signInDemo(
  app: SessionParts & { readonly isDemo: boolean },
  { role, name, from }: DemoSignIn,
): Promise<Result<Session>> {
  if (!app.isDemo || !isHere(from)) return refused('NOT_FOUND', 'There is no demo sign-in here.');
  const id = newId.user({ nowMs: app.clock.nowMs, random: app.random });
  const user = await demoUser(app.db, { id, name: name ?? nameless[role], role });
  if (user === null) return refused('UNAUTHENTICATED', 'This account is disabled. Ask an admin.');
  return done(await beginSession(app, user, from));
}
