import { type Customer, done, type IdSource, type Input, type Result, refused } from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { Database } from '../database/database.ts';
import type { By } from './by.ts';
import { changesBetween } from './changes.ts';
import { readPhones, uniqueTags } from './phones.ts';
import { find, hold, recordChange, replacePhones, update } from './store.ts';

/** Fields to change; what is not named stays as it is. */
export type NewFields = Omit<Input<'customer.change'>, 'id' | 'version'>;

/** Changes what is given of a customer and nothing else, unless it was changed since the version that was edited. */
export async function changeCustomer(
  app: Pick<App, 'db' | 'clock' | 'random'>,
  { id, version, ...given }: Input<'customer.change'>,
  by: By,
): Promise<Result<Customer>> {
  const ids = { nowMs: app.clock.nowMs, random: app.random };
  return app.db.transaction(async (tx) => {
    const was = await hold(tx, id);
    if (was === null) return refused('NOT_FOUND', 'There is no such customer.');
    const next = withFields(was, given);
    if (!next.ok) return next;
    // The same again, after an answer that was lost on the way, is no conflict.
    if (changesBetween(was, next.value).length === 0) return done(was);
    if (was.archivedAt !== null) return refused('CUSTOMER_ARCHIVED');
    if (was.version !== version) return refused('STALE', undefined, { version: was.version, customer: was });
    return done(await writeAnew(tx, { was, next: next.value, by, ids }));
  });
}

interface Writing {
  readonly was: Customer;
  readonly next: Customer;
  readonly by: By;
  readonly ids: IdSource;
}

/** Writes a held customer anew, with the entry of its history. */
export async function writeAnew(
  tx: Pick<Database, 'rows'>,
  { was, next, by, ids }: Writing,
): Promise<Customer> {
  const changes = changesBetween(was, next);
  const isWritten = await update(tx, next, { by, version: was.version });
  if (!isWritten) throw new Error('a customer that was held has changed');
  if (changes.some((change) => change.field === 'phones')) await replacePhones(tx, next);
  await recordChange(tx, ids, { id: was.id, by, changes });
  return (await find(tx, was.id)) ?? next;
}

/** The customer with these fields; refused when a number cannot be one, or when nothing would be left to call them by. */
export function withFields(was: Customer, given: NewFields): Result<Customer> {
  const country = was.addresses.find((it) => it.kind === 'service')?.country ?? was.addresses[0]?.country;
  const { phones, errors } = readPhones(given.phones ?? [], country);
  if (errors.length > 0) return refused('INPUT_INVALID', undefined, { errors: [...errors] });
  const next: Customer = {
    ...was,
    ...named(given),
    phones: given.phones === undefined ? was.phones : [...phones],
    tags: given.tags === undefined ? was.tags : [...uniqueTags(given.tags)],
  };
  const isSomeone =
    next.phones.length > 0 ||
    [next.firstName, next.lastName, next.company, next.email].some((part) => part !== null);
  if (isSomeone) return done(next);
  return refused('INPUT_INVALID', undefined, {
    errors: [
      { path: 'lastName', message: 'leave at least one of first name, last name, company, email and phone' },
    ],
  });
}

/** The fields that were named. */
function named({
  firstName,
  lastName,
  company,
  email,
  notes,
  leadSource,
  timeZone,
}: NewFields): Partial<Customer> {
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(company !== undefined && { company }),
    ...(email !== undefined && { email }),
    ...(notes !== undefined && { notes }),
    ...(leadSource !== undefined && { leadSource }),
    ...(timeZone !== undefined && { timeZone }),
  };
}
