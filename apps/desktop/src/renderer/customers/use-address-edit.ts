import type { Address, Customer } from '@ringdesk/shared';
import { useRef, useState } from 'react';
import { notice } from '../ui/notices.store.ts';
import { addAddress, addressDraftOf, changeAddress } from './address-records.ts';
import { callerMessages as say } from './caller.messages.ts';
import { type AddressDraft, emptyAddress, type Problems } from './customer-draft.ts';
import { addressDrafts } from './customer-drafts.store.ts';
import { deleteAddress } from './customer-records.ts';

interface Editing {
  readonly customer: Pick<Customer, 'id' | 'name'>;
  /** Null: a new one. */
  readonly address: Address | null;
  readonly onDone: (saved: Address | null) => void;
}

/** Under which an address that is typed is kept. */
export function addressPlace(customerId: string, address: Address | null): string {
  return address === null ? customerId : `${customerId}.${address.id}`;
}

/** An address as it is typed, saved once however often it is asked, and kept until it is saved or given up. */
export function useAddressEdit({ customer, address, onDone }: Editing) {
  const place = addressPlace(customer.id, address);
  const draft = addressDrafts.useDraft(place) ?? (address === null ? emptyAddress : addressDraftOf(address));
  const [problems, setProblems] = useState<Problems>({});
  const [theirs, setTheirs] = useState<Address | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isWriting = useRef(false);

  function leave(saved: Address | null): void {
    addressDrafts.drop(place);
    onDone(saved);
  }
  /** What was typed can be taken back for a while. */
  function giveUp(): void {
    const typed = addressDrafts.now(place);
    leave(null);
    if (typed !== null)
      notice(say.addressLeft, 'info', { label: say.undo, run: () => addressDrafts.keep(place, typed) });
  }
  async function once(write: () => Promise<void>): Promise<void> {
    if (isWriting.current) return;
    isWriting.current = true;
    setIsBusy(true);
    await write();
    isWriting.current = false;
    setIsBusy(false);
  }
  async function write(over: Address | null): Promise<void> {
    const saved = await (over === null ? addAddress(customer, draft) : changeAddress(customer, over, draft));
    setProblems(saved.kind === 'refused' ? saved.problems : {});
    setTheirs(saved.kind === 'conflict' ? saved.theirs : null);
    if (saved.kind === 'done') leave(saved.value);
    if (saved.kind === 'kept') {
      notice(say.keptNews, 'careful');
      leave(null);
    }
  }
  async function remove(of: Address): Promise<void> {
    const trouble = await deleteAddress(customer, of);
    if (trouble === null) leave(null);
    else setProblems({ form: trouble });
  }
  return {
    draft,
    problems,
    theirs,
    isBusy,
    change: (over: Partial<AddressDraft>) => addressDrafts.keep(place, { ...draft, ...over }),
    save: () => void once(() => write(address)),
    keepMine: () => void once(() => write(theirs)),
    takeTheirs: () => leave(theirs),
    remove: () => (address === null ? undefined : void once(() => remove(address))),
    giveUp,
  };
}
