import { done, type Result } from '@ringdesk/shared';
import { employeeOrders, employeeOut, seesEmails } from './employees.ts';
import { pageOut, readPaging } from './paging.ts';
import type { Asked, Route } from './route.ts';

/** Those who may be given a job. */
export const employeeRoutes: readonly Route[] = [
  { method: 'GET', path: '/employees', right: 'jobs.assignees', answer: listEmployees },
];

async function listEmployees({ asker, query, records }: Asked): Promise<Result<object>> {
  const paging = readPaging(query, employeeOrders);
  if (!paging.ok) return paging;
  const { items, total } = await records.pageOfEmployees(paging.value.numbered);
  const employees = items.map((employee) => employeeOut(employee, seesEmails(asker)));
  return done(pageOut('employees', paging.value, { items: employees, total }));
}
