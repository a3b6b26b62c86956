import type { Input } from '@ringdesk/shared';
import type { App } from './app.ts';
import { seedDemo } from './auth/seed-demo.ts';
import { towns } from './customers/demo-people.ts';
import { seedDemoCustomers } from './customers/seed-demo.ts';
import { seedDemoJobs } from './jobs/seed-demo.ts';
import type { Caller } from './simulator/person.ts';
import { regularCallers } from './simulator/regulars.ts';

/** Of so many regular callers one calls for the first time. */
const newOneIn = 4;

/** Fills a demo installation: people who work here, customers of whom many call again, and where they do, their jobs. */
export async function startDemo(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  { doCallersRing }: { readonly doCallersRing: boolean },
): Promise<void> {
  await seedDemo(app);
  await seedDemoCustomers(app, regularCallers.filter((_, n) => n % newOneIn !== 0).map(customerOf));
  if (doCallersRing) await seedDemoJobs(app);
}

function customerOf({ first, last, phone, email, home }: Caller): Input<'customer.create'> {
  const { houseNumber, street, unit, city, state, zip } = home;
  return {
    firstName: first,
    lastName: last,
    email,
    phones: [{ kind: 'mobile', number: phone }],
    addresses: [{ street: `${houseNumber} ${street}`, unit, city, state: codeOf(state), zip }],
  };
}

/** Callers say the name of a state; records have its two letters. */
function codeOf(stateSaid: string): string {
  return towns.find((town) => town.stateSaid === stateSaid)?.state ?? stateSaid;
}
