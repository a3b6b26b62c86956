import type { Customer, CustomerId, Job, JobId, JobStatus, Result, Role, UserId } from '@ringdesk/shared';

/** Somebody who may be given a job. */
export interface Employee {
  readonly id: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: string;
}

/** A page by its place in the whole list. */
export interface Numbered<Order extends string> {
  readonly sort: Order;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface Items<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export type CustomerOrder = 'createdAt' | 'updatedAt' | 'firstName' | 'lastName' | 'company' | 'email' | 'id';
export type JobOrder = 'createdAt' | 'updatedAt' | 'number' | 'id' | 'title' | 'status';
export type EmployeeOrder = 'createdAt' | 'name' | 'role' | 'id';

/** A moment, or with `isLocal` the time on the wall where the customer of each job lives. */
export interface Bound {
  readonly at: string;
  readonly isLocal: boolean;
}

/** Which jobs are wanted; null and an empty list leave it open. */
export interface JobFilter {
  readonly customerId: string | null;
  readonly assigneeIds: readonly string[];
  readonly statuses: readonly JobStatus[];
  readonly startsFrom: Bound | null;
  readonly startsTo: Bound | null;
  readonly endsFrom: Bound | null;
  readonly endsTo: Bound | null;
}

/** What Housecall Pro's shapes need beyond the operations: numbered pages, records by their ids, a note taken off. */
export interface Records {
  readonly pageOfCustomers: (
    asked: Numbered<CustomerOrder> & { readonly q: string | null },
  ) => Promise<Items<Customer>>;
  readonly pageOfJobs: (asked: Numbered<JobOrder> & JobFilter) => Promise<Items<Job>>;
  readonly pageOfEmployees: (asked: Numbered<EmployeeOrder>) => Promise<Items<Employee>>;
  readonly customers: (ids: readonly CustomerId[]) => Promise<readonly Customer[]>;
  readonly employees: (ids: readonly UserId[]) => Promise<readonly Employee[]>;
  readonly removeNote: (of: { readonly jobId: JobId; readonly noteId: string }) => Promise<Result<Job>>;
  /** Keeps all that the work writes, or nothing of it when it is refused. */
  readonly together: <Value>(work: () => Promise<Result<Value>>) => Promise<Result<Value>>;
}
