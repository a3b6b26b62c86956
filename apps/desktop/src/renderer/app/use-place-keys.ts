import { useNavigate } from '@tanstack/react-router';
import { useSignedIn } from '../auth/session.store.ts';
import { placesOf } from './places.ts';
import { useShortcut } from './shortcuts.ts';

/** The keys and the lines of the palette that lead to the places this person may use. */
export function usePlaceKeys(): void {
  const navigate = useNavigate();
  const role = useSignedIn()?.role;
  const isAdmin = role !== undefined && placesOf(role).some(({ path }) => path === '/admin');
  useShortcut('place.desk', () => void navigate({ to: '/' }));
  useShortcut('place.customers', () => void navigate({ to: '/customers' }));
  useShortcut('place.jobs', () => void navigate({ to: '/jobs' }));
  useShortcut('place.account', () => void navigate({ to: '/account' }));
  useShortcut('place.admin', () => void navigate({ to: '/admin/people' }), isAdmin);
  useShortcut('place.people', () => void navigate({ to: '/admin/people' }), isAdmin);
  useShortcut('place.service-clients', () => void navigate({ to: '/admin/service-clients' }), isAdmin);
  useShortcut('place.audit', () => void navigate({ to: '/admin/audit' }), isAdmin);
}
