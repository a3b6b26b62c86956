import type { Result } from '@ringdesk/shared';
import type { App } from './app.ts';
import { findAll } from './customers/list.store.ts';
import { pageOfCustomers } from './customers/page.store.ts';
import { openHousecall } from './edge/housecall/open.ts';
import type { Records } from './edge/housecall/records.ts';
import { pageOfJobs } from './jobs/page.store.ts';
import { removeNote } from './jobs/remove-note.ts';
import { openWithSecret } from './service-clients/open-with-secret.ts';
import { findEmployees, pageOfEmployees } from './users/employees.store.ts';

/** Opens the door in Housecall Pro's shapes beside our own. */
export function startHousecall(
  http: Parameters<typeof openHousecall>[0],
  app: Pick<App, 'db' | 'clock' | 'random'>,
  door: Omit<Parameters<typeof openHousecall>[1], 'openWithSecret' | 'records'>,
): Promise<void> {
  return openHousecall(http, {
    ...door,
    openWithSecret: (secret, from) => openWithSecret(app, secret, from),
    records: recordsOf(app),
  });
}

/** What the shapes take from the features beside their operations. */
function recordsOf({ db }: Pick<App, 'db'>): Records {
  return {
    pageOfCustomers: (asked) => pageOfCustomers(db, asked),
    pageOfJobs: (asked) => pageOfJobs(db, asked),
    pageOfEmployees: (asked) => pageOfEmployees(db, asked),
    customers: async (ids) => [...(await findAll(db, ids)).values()].map(({ customer }) => customer),
    employees: (ids) => findEmployees(db, ids),
    removeNote: (of) => removeNote({ db }, of),
    together: (work) => db.together(work, isDone),
  };
}

function isDone({ ok }: Result<unknown>): boolean {
  return ok;
}
