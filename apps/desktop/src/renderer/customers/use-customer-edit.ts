import type { Customer } from '@ringdesk/shared';
import { useState } from 'react';
import type { Problems } from './customer-draft.ts';
import { dropFields } from './customer-drafts.store.ts';
import { changeCustomer, customerIs, customerNow } from './customer-records.ts';
import { type CustomerPatch, mergeChange } from './merge-change.ts';

export interface Conflict {
  readonly wish: CustomerPatch;
  readonly theirs: Customer;
}

/** Edits of a customer field by field: what is wrong, what waits for the server, and what somebody else wrote instead. */
export function useCustomerEdit(customer: Customer) {
  const [problems, setProblems] = useState<Problems>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isKept, setIsKept] = useState(false);

  /**
   * `typedOver` is what stood in the fields when the typing began; somebody else may have written there since. True once
   * it is saved, or kept to be sent.
   */
  async function change(wish: CustomerPatch, typedOver: CustomerPatch = {}): Promise<boolean> {
    // What was answered a moment ago may not be shown yet, and a window that goes is not shown anything any more.
    const now = customerNow(customer);
    if (mergeChange({ ...now, ...typedOver }, wish, now).kind === 'conflict') {
      setConflict({ wish, theirs: now });
      return false;
    }
    return write(wish, now);
  }
  async function write(wish: CustomerPatch, base: Customer): Promise<boolean> {
    const changed = await changeCustomer(base, wish);
    setProblems((before) => ({
      ...besides(before, wish),
      ...(changed.kind === 'refused' ? changed.problems : {}),
    }));
    setConflict(changed.kind === 'conflict' ? { wish, theirs: changed.theirs } : null);
    setIsKept(changed.kind === 'kept');
    return changed.kind === 'done' || changed.kind === 'kept';
  }
  return {
    problems,
    conflict,
    isKept,
    change,
    keepMine: () => {
      if (conflict === null) return;
      void write(conflict.wish, conflict.theirs);
      dropFields(customer, Object.keys(conflict.wish));
    },
    takeTheirs: () => {
      if (conflict === null) return;
      customerIs(conflict.theirs);
      dropFields(customer, Object.keys(conflict.wish));
      setConflict(null);
    },
  };
}

export type CustomerEdit = ReturnType<typeof useCustomerEdit>;

/** What is wrong with the other fields: it stays wrong, and what was typed there stays to be put right. */
function besides(problems: Problems, wish: CustomerPatch): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter(([field]) => {
      const [whole = field] = field.split('.');
      return whole !== 'form' && !(whole in wish);
    }),
  );
}
