import { outboxMessages as say } from '../outbox/messages.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { signOut } from './desk-session.ts';

export interface LeaveDialogProps {
  /** How many writes are not done yet. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks whoever signs out while something of theirs is still on its way. */
export function LeaveDialog({ count, onClose }: LeaveDialogProps) {
  async function leave(): Promise<null> {
    await signOut();
    return null;
  }
  return (
    <ConfirmDialog
      title={say.leaveTitle}
      confirmLabel={say.signOut}
      cancelLabel={say.stay}
      closeLabel={say.close}
      look="primary"
      onConfirm={leave}
      onClose={onClose}
    >
      <p>{count === 1 ? say.leaveOne : say.leaveMany(count)}</p>
    </ConfirmDialog>
  );
}
