import {
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  type RouterHistory,
} from '@tanstack/react-router';
import { AuditFilters } from '../audit/audit-filters.ts';
import { AccountScreen } from '../screens/AccountScreen.tsx';
import { AuditScreen } from '../screens/AuditScreen.tsx';
import { DeskFrame } from '../screens/DeskFrame.tsx';
import { PeopleScreen } from '../screens/PeopleScreen.tsx';
import { ServiceClientsScreen } from '../screens/ServiceClientsScreen.tsx';
import { PeopleFilters } from '../users/people-filters.ts';
import { BrokenNews } from './Broken.tsx';

const toDesk = () => <Navigate to="/" replace />;

const root = createRootRoute({ component: DeskFrame, notFoundComponent: toDesk });

// The desk itself has no component here: the frame keeps it alive behind every other place.
const desk = createRoute({ getParentRoute: () => root, path: '/' });
const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountScreen });
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: () => <Navigate to="/admin/people" replace />,
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/admin/people',
  validateSearch: PeopleFilters,
  component: PeopleScreen,
});
const serviceClients = createRoute({
  getParentRoute: () => root,
  path: '/admin/service-clients',
  component: ServiceClientsScreen,
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/admin/audit',
  validateSearch: AuditFilters,
  component: AuditScreen,
});

const routeTree = root.addChildren([desk, account, admin, people, serviceClients, audit]);

/** The places by their addresses. Made for a history of its own, so that a test never starts where another one ended. */
export function makeRouter(history: RouterHistory) {
  return createRouter({ routeTree, history, defaultErrorComponent: BrokenNews });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
