import { customerRoutes } from './customer-routes.ts';
import { employeeRoutes } from './employee-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { lineItemRoutes } from './line-item-routes.ts';
import type { Route } from './route.ts';

/** Every address of Housecall Pro's that is answered here. */
export const routes: readonly Route[] = [
  ...customerRoutes,
  ...jobRoutes,
  ...lineItemRoutes,
  ...employeeRoutes,
];

interface Absent {
  /** Below `/housecall`; of a path without a method, every one that is not served. */
  readonly path: `/${string}`;
  readonly methods?: readonly ('GET' | 'POST' | 'PUT' | 'DELETE')[];
  readonly why: string;
}

const oneTime = 'A job has one time here: change it with PUT /jobs/{job_id}/schedule.';

/** Addresses of theirs that lead nowhere here, each with a sentence that says so. */
export const absent: readonly Absent[] = [
  { path: '/jobs/:job_id/appointments', methods: ['POST'], why: oneTime },
  { path: '/jobs/:job_id/appointments/:appointment_id', why: oneTime },
  { path: '/jobs/:job_id/attachments', why: 'Jobs have no attachments here.' },
  { path: '/jobs/:job_id/invoices', why: 'Invoices are not kept here.' },
  { path: '/jobs/:job_id/job_input_materials', why: 'Materials are not kept here; send them as line items.' },
  {
    path: '/jobs/:job_id/job_input_materials/bulk_update',
    why: 'Materials are not kept here; send them as line items.',
  },
  { path: '/jobs/:job_id/links', why: 'Jobs have no links here; add a note.' },
  { path: '/jobs/:job_id/lock', why: 'Jobs are not locked here.' },
  { path: '/jobs/lock', methods: ['POST'], why: 'Jobs are not locked here.' },
  { path: '/tags', why: 'A tag is there with the first job that has it: send its name as tag_id.' },
  { path: '/tags/*', why: 'A tag is there with the first job that has it: send its name as tag_id.' },
  ...[
    ['application', 'Applications are service clients here; an admin makes and ends them.'],
    ['checklists', 'Checklists are not kept here.'],
    ['company', 'An installation is one company; its settings are not told here.'],
    ['estimates', 'Estimates are not kept here.'],
    ['events', 'Events of a calendar are not kept here; see the jobs.'],
    ['invoices', 'Invoices are not kept here.'],
    ['job_fields', 'Jobs have no further fields here.'],
    ['lead_sources', 'A lead source is any text of a customer or a job.'],
    ['leads', 'Leads are not kept here; make a customer.'],
    ['api/invoices', 'Invoices are not kept here.'],
    ['api/price_book', 'There is no price book here; send prices with the line items.'],
    ['pipeline', 'There is no pipeline here.'],
    ['routes', 'Routes are not kept here.'],
    ['service_zones', 'Service zones are not kept here.'],
    ['webhooks', 'Webhooks are not sent from here.'],
  ].flatMap(([name = '', why = '']): Absent[] => [
    { path: `/${name}`, why },
    { path: `/${name}/*`, why },
  ]),
];
