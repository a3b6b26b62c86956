import type { Customer } from '@ringdesk/shared';
import { useState } from 'react';
import type { Problems } from './customer-draft.ts';
import { changeCustomer, customerIs } from './customer-records.ts';
import type { CustomerPatch } from './merge-change.ts';

export interface Conflict {
  readonly wish: CustomerPatch;
  readonly theirs: Customer;
}

/** Edits of a customer field by field: what is wrong, what waits for the server, and what somebody else wrote instead. */
export function useCustomerEdit(customer: Customer) {
  const [problems, setProblems] = useState<Problems>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isKept, setIsKept] = useState(false);

  async function change(wish: CustomerPatch, base = customer): Promise<void> {
    const changed = await changeCustomer(base, wish);
    setProblems(changed.kind === 'refused' ? changed.problems : {});
    setConflict(changed.kind === 'conflict' ? { wish, theirs: changed.theirs } : null);
    setIsKept(changed.kind === 'kept');
  }
  return {
    problems,
    conflict,
    isKept,
    change,
    keepMine: () => (conflict === null ? undefined : void change(conflict.wish, conflict.theirs)),
    takeTheirs: () => {
      if (conflict !== null) customerIs(conflict.theirs);
      setConflict(null);
    },
  };
}
