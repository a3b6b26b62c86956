import type { CallId, CustomerId } from '@ringdesk/shared';
import { AddressEditor } from '../customers/AddressEditor.tsx';
import { useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { formMessages as words } from '../jobs/form.messages.ts';
import { JobForm } from '../jobs/JobForm.tsx';
import { emptyJob } from '../jobs/job-draft.ts';
import { jobDrafts } from '../jobs/job-drafts.store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { newJobMessages, deskMessages as say } from './messages.ts';

export interface JobFormDialogProps {
  /** Where what is typed is kept. */
  readonly place: string;
  /** The call it is booked in; null: none. */
  readonly callId: CallId | null;
  readonly customerId: CustomerId;
  readonly onBooked?: () => void;
  readonly onClose: () => void;
}

/** A job that was typed before, over whatever is there; what is typed stays until it is booked. */
export function JobFormDialog({ place, callId, customerId, onBooked, onClose }: JobFormDialogProps) {
  const { data: customer, error, refetch } = useRecord('customer.read', { id: customerId });
  const draft = jobDrafts.useDraft(place) ?? emptyJob;
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={say.close} widthPx={640}>
      {error === null ? null : (
        <Trouble againLabel={newJobMessages.again} onAgain={() => void refetch()}>
          {sayRefusal(error.refusal)}
        </Trouble>
      )}
      {customer === undefined ? null : (
        <JobForm
          customer={customer}
          callId={callId}
          draft={draft}
          onChange={(next) => jobDrafts.keep(place, next)}
          onBooked={() => {
            jobDrafts.drop(place);
            onBooked?.();
            onClose();
          }}
          onClose={onClose}
          addressEditor={(done) => <AddressEditor customer={customer} address={null} onDone={done} />}
        />
      )}
    </Dialog>
  );
}
