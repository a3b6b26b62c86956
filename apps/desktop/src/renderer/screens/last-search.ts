import type { CustomerFilters } from '../customers/customer-filters.ts';
import type { JobFilters } from '../jobs/job-filters.ts';

/** What was looked for last: the way back from a record leads to the list it was opened from. */
const last: { customers: CustomerFilters | null; jobs: JobFilters | null } = { customers: null, jobs: null };

export const lastCustomers = (): CustomerFilters => last.customers ?? {};
export const lastJobs = (): JobFilters => last.jobs ?? {};

export function keepCustomers(filters: CustomerFilters): void {
  last.customers = filters;
}

export function keepJobs(filters: JobFilters): void {
  last.jobs = filters;
}
