import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { presenceMessages } from './messages.ts';
import styles from './PresenceSwitch.module.css';

const longest = 60;

export interface OtherReasonProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

/** Asks for a reason in the rep's own words. */
export function OtherReason({ isOpen, onClose, onReason }: OtherReasonProps) {
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const typed = reason.trim();
  const isGood = typed !== '' && typed.length <= longest;

  function say(): void {
    setHasTried(true);
    if (!isGood) return;
    onReason(typed);
    setReason('');
    setHasTried(false);
    onClose();
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={presenceMessages.otherTitle}
      closeLabel={presenceMessages.close}
      widthPx={380}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          say();
        }}
      >
        <TextField
          label={presenceMessages.otherLabel}
          placeholder={presenceMessages.otherPlaceholder}
          value={reason}
          problem={hasTried && !isGood ? presenceMessages.otherMissing : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.actions}>
          <Button look="primary" type="submit">
            {presenceMessages.sayAway}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
