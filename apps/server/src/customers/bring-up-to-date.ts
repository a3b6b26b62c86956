import {
  type Customer,
  type CustomerId,
  done,
  type FieldError,
  type IdSource,
  mostPhones,
  mostTags,
  newId,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { insertAddress, settleAddresses } from './addresses.store.ts';
import type { By } from './by.ts';
import { withFields, writeAnew } from './change-customer.ts';
import { addressLine, changesBetween } from './changes.ts';
import type { ReadRow } from './import-row.ts';
import { hold, recordChange } from './store.ts';

export type GoodRow = Extract<ReadRow, { isGood: true }>;

/** The customer with what a line says beyond what is known; refused where a customer would have more than one may. */
export function withRow(was: Customer, { said, customer }: GoodRow): Result<Customer> {
  const { addresses: _, ...fields } = said;
  const isKnown = (number: string) => was.phones.some((phone) => phone.number === number);
  const next = withFields(was, {
    ...fields,
    // A number that is known with an extension is not told anew by a file that has it without.
    phones: [...was.phones, ...customer.phones.filter((it) => it.extension !== null || !isKnown(it.number))],
    tags: [...was.tags, ...customer.tags],
  });
  if (!next.ok) return next;
  const { phones, tags } = next.value;
  const errors = [
    ...tooMany(was.phones, phones, { path: 'phones', most: mostPhones, what: 'numbers' }),
    ...tooMany(was.tags, tags, { path: 'tags', most: mostTags, what: 'tags' }),
  ];
  return errors.length > 0 ? refused('INPUT_INVALID', undefined, { errors }) : done(next.value);
}

function tooMany(
  were: readonly unknown[],
  are: readonly unknown[],
  { path, most, what }: { readonly path: string; readonly most: number; readonly what: string },
): readonly FieldError[] {
  if (are.length <= most || are.length <= were.length) return [];
  return [
    {
      path,
      message: `together with those that are there it would be ${are.length} ${what}; expected at most ${most}`,
    },
  ];
}

interface Writer {
  readonly by: By;
  readonly ids: IdSource;
}

/** Gives a customer what the line says beyond what is known; numbers, tags and an address are added, never taken away. */
export async function bringUpToDate(
  tx: Pick<Database, 'rows'>,
  { id, row }: { readonly id: CustomerId; readonly row: GoodRow },
  writer: Writer,
): Promise<void> {
  const was = await hold(tx, id);
  if (was === null) return;
  const next = withRow(was, row);
  if (!next.ok) throw new Error('a line that was planned cannot be carried out');
  if (changesBetween(was, next.value).length > 0) await writeAnew(tx, { was, next: next.value, ...writer });
  const isKnown = (line: string) => was.addresses.some((it) => addressLine(it) === line);
  for (const address of row.customer.addresses) {
    const line = addressLine(address);
    if (isKnown(line)) continue;
    await insertAddress(tx, id, { ...address, id: newId.address(writer.ids) });
    await settleAddresses(tx, { id, by: writer.by, timeZone: null });
    const changes = [{ field: 'address', before: null, after: line }];
    await recordChange(tx, writer.ids, { id, by: writer.by, changes });
  }
}
