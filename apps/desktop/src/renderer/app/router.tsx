import {
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  type RouterHistory,
} from '@tanstack/react-router';
import { AuditFilters } from '../audit/audit-filters.ts';
import { CustomerFilters } from '../customers/customer-filters.ts';
import { JobFilters } from '../jobs/job-filters.ts';
import { AccountScreen } from '../screens/AccountScreen.tsx';
import { AuditScreen } from '../screens/AuditScreen.tsx';
import { CustomerScreen } from '../screens/CustomerScreen.tsx';
import { CustomersScreen } from '../screens/CustomersScreen.tsx';
import { DeskFrame } from '../screens/DeskFrame.tsx';
import { ImportScreen } from '../screens/ImportScreen.tsx';
import { JobScreen } from '../screens/JobScreen.tsx';
import { JobsScreen } from '../screens/JobsScreen.tsx';
import { PeopleScreen } from '../screens/PeopleScreen.tsx';
import { ServiceClientsScreen } from '../screens/ServiceClientsScreen.tsx';
import { PeopleFilters } from '../users/people-filters.ts';
import { BrokenNews } from './Broken.tsx';

const toDesk = () => <Navigate to="/" replace />;

const root = createRootRoute({ component: DeskFrame, notFoundComponent: toDesk });

// The desk itself has no component here: the frame keeps it alive behind every other place.
const desk = createRoute({ getParentRoute: () => root, path: '/' });
const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountScreen });
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: CustomerFilters,
  component: CustomersScreen,
});
const customerImport = createRoute({
  getParentRoute: () => root,
  path: '/customers/import',
  component: ImportScreen,
});
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  component: CustomerScreen,
});
const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: JobFilters,
  component: JobsScreen,
});
const job = createRoute({ getParentRoute: () => root, path: '/jobs/$id', component: JobScreen });
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

const routeTree = root.addChildren([
  desk,
  account,
  customers,
  customerImport,
  customer,
  jobs,
  job,
  admin,
  people,
  serviceClients,
  audit,
]);

/** The places by their addresses. Made for a history of its own, so that a test never starts where another one ended. */
export function makeRouter(history: RouterHistory) {
  return createRouter({ routeTree, history, defaultErrorComponent: BrokenNews });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
