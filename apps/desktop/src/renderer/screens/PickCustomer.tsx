import type { CustomerId } from '@ringdesk/shared';
import { useEffect, useRef } from 'react';
import { CustomerPicker } from '../customers/CustomerPicker.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { newJobMessages } from './messages.ts';

export interface PickCustomerProps {
  readonly onPick: (id: CustomerId) => void;
  readonly onClose: () => void;
}

/** Whose jobs are shown. */
export function PickCustomer({ onPick, onClose }: PickCustomerProps) {
  return (
    <Dialog isOpen onClose={onClose} title={newJobMessages.whose} closeLabel={newJobMessages.close}>
      <Search onPick={onPick} onClose={onClose} />
    </Dialog>
  );
}

function Search({ onPick, onClose }: PickCustomerProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return <CustomerPicker phone={null} field={field} onPick={({ id }) => onPick(id)} onClose={onClose} />;
}
