import { AddressId, type Answer, CustomerId, JobId } from '@ringdesk/shared';
import type { Call } from '../http/call.ts';

/** A change of a record, as it was asked for. */
interface Change {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The record that a change is about, as it is now; null where it cannot be read or the write is no change. */
export async function readNow(call: Call, { name, input }: Change): Promise<object | null> {
  const customer = CustomerId.safeParse(input['id']);
  const address = AddressId.safeParse(input['addressId']);
  const job = JobId.safeParse(input['id']);
  if (name === 'customer.change' && customer.success)
    return recordIn(await call('customer.read', { id: customer.data }));
  if (name === 'job.change' && job.success) return recordIn(await call('job.read', { id: job.data }));
  if (name === 'address.change' && customer.success && address.success)
    return recordIn(await call('address.read', { id: customer.data, addressId: address.data }));
  return null;
}

function recordIn(answer: Answer<object>): object | null {
  return answer.ok ? answer.value : null;
}

/** Whether everything that was wished stands in the record. */
export function isAsWished(wish: Readonly<Record<string, unknown>>, record: object): boolean {
  const there = new Map<string, unknown>(Object.entries(record));
  return Object.entries(wish).every(
    ([field, value]) =>
      field === 'version' ||
      field === 'addressId' ||
      value === undefined ||
      JSON.stringify(there.get(field)) === JSON.stringify(value),
  );
}
