import { mayAsk, policies, type Right, type Role } from '@ringdesk/shared';
import { CalendarDays, CircleUserRound, Headset, type LucideIcon, ShieldCheck, Users } from 'lucide-react';
import { appMessages } from './messages.ts';
import type { ShortcutId } from './shortcuts.ts';

interface Place {
  /** Where it is in the address, behind the `#`. A place is also whatever stands below its path. */
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Who may use it. The server decides all the same; this keeps doors that do not open out of sight. */
  readonly right: Right;
  readonly shortcut: ShortcutId;
  /** Stands at the foot of the rail, with what belongs to the person. */
  readonly isOwn?: true;
}

/** Every place of the desk. The rail, the palette, the keys and the guard of the router are drawn from this table. */
const places = [
  { path: '/', label: appMessages.desk, icon: Headset, right: 'reps', shortcut: 'place.desk' },
  {
    path: '/customers',
    label: appMessages.customers,
    icon: Users,
    right: policies['customers.list'],
    shortcut: 'place.customers',
  },
  {
    path: '/jobs',
    label: appMessages.jobs,
    icon: CalendarDays,
    right: policies['jobs.list'],
    shortcut: 'place.jobs',
  },
  {
    path: '/admin',
    label: appMessages.admin,
    icon: ShieldCheck,
    right: 'admins',
    shortcut: 'place.admin',
  },
  {
    path: '/account',
    label: appMessages.ownAccount,
    icon: CircleUserRound,
    right: 'anyone signed in',
    shortcut: 'place.account',
    isOwn: true,
  },
] as const satisfies readonly Place[];

export type PlacePath = (typeof places)[number]['path'];

export function placesOf(role: Role): readonly (Place & { readonly path: PlacePath })[] {
  return places.filter(({ right }) => mayAsk({ kind: 'person', role, isLocked: false }, right) === true);
}

/** The place that an address belongs to; null for one that leads nowhere, or not for this role. */
export function placeAt(path: string, role: Role): PlacePath | null {
  const isAt = (place: PlacePath) => path === place || (place !== '/' && path.startsWith(`${place}/`));
  return placesOf(role).find((place) => isAt(place.path))?.path ?? null;
}
