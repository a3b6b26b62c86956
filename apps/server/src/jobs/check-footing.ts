import { type FieldError, type Result, refused } from '@ringdesk/shared';
import type { Footing } from './store.ts';

/** The refusal for a job that leans on something that is not there; null when all of it is. */
export function refusalFor(
  footing: Footing,
  wish: {
    readonly customerId: string;
    readonly callId: string | null;
    readonly assigneeIds: readonly string[];
  },
): Result<never> | null {
  if (footing.customer === 'archived') return refused('CUSTOMER_ARCHIVED');
  if (wish.callId !== null && footing.callCustomerId === null) return refused('CUSTOMER_UNLINKED');
  const errors: FieldError[] = [];
  if (footing.customer === null) errors.push({ path: 'customerId', message: 'there is no such customer' });
  else if (!footing.isAddressTheirs)
    errors.push({
      path: 'addressId',
      message: 'this customer has no such address; add it to the customer first',
    });
  if (wish.callId !== null && footing.callCustomerId === undefined)
    errors.push({ path: 'callId', message: 'there is no such call' });
  else if (wish.callId !== null && footing.callCustomerId !== wish.customerId)
    errors.push({ path: 'callId', message: 'this call is linked to another customer' });
  const able = new Set(footing.assigneeIds);
  wish.assigneeIds.forEach((id, i) => {
    if (!able.has(id))
      errors.push({ path: `assigneeIds.${i}`, message: 'there is nobody who could be given this job' });
  });
  return errors.length === 0 ? null : refused('INPUT_INVALID', undefined, { errors });
}
