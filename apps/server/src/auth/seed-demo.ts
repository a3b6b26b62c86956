import { newId, type Role } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { demoUser } from './store.ts';

/** The people of a demo installation; none of them exists. */
const demoPeople: readonly { readonly name: string; readonly role: Role }[] = [
  { name: 'Dana Reyes', role: 'rep' },
  { name: 'Lee Park', role: 'rep' },
  { name: 'Priya Nair', role: 'rep' },
  { name: 'Marcus Bell', role: 'rep' },
  { name: 'Noor Haddad', role: 'clinician' },
  { name: 'Sam Ortiz', role: 'supervisor' },
  { name: 'Alex Kim', role: 'admin' },
];

/** Makes the demo people; those who are there already stay as they are. */
export async function seedDemo(app: Pick<App, 'db' | 'clock' | 'random'>): Promise<void> {
  for (const { name, role } of demoPeople) {
    const id = newId.user({ nowMs: app.clock.nowMs, random: app.random });
    await demoUser(app.db, { id, name, role });
  }
}
