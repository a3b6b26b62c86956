import { type Job, JobId } from '@ringdesk/shared';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import { AddressEditor } from '../customers/AddressEditor.tsx';
import { useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { EditJob } from '../jobs/EditJob.tsx';
import { JobDetail } from '../jobs/JobDetail.tsx';
import { pageMessages } from '../jobs/page.messages.ts';
import { StatusButtons } from '../jobs/StatusButtons.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Page } from '../ui/Page.tsx';
import { plainText } from '../ui/plain-text.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { CallLine } from './CallLine.tsx';
import { lastJobs } from './last-search.ts';
import styles from './RecordPage.module.css';
import { UnreadRecord, type UnreadRecordProps } from './UnreadRecord.tsx';

const say = pageMessages;
/** Others work on the same job; whoever looks at it sees it. */
const freshMs = 30_000;

/** One job by the id in the address. */
export function JobScreen() {
  const { id } = useParams({ from: '/jobs/$id' });
  const read = JobId.safeParse(id);
  return read.success ? <OneJob key={read.data} id={read.data} /> : <NotShown read={null} />;
}

function NotShown({ read }: Pick<UnreadRecordProps, 'read'>) {
  return (
    <UnreadRecord
      title={say.title}
      back={<BackToJobs />}
      missing={{ title: say.one.missing, hint: say.one.missingHint }}
      againLabel={say.again}
      read={read}
    />
  );
}

function BackToJobs() {
  return (
    <Link to="/jobs" search={lastJobs()} className={styles.back}>
      <ArrowLeft size={14} strokeWidth={2} aria-hidden />
      {say.one.all}
    </Link>
  );
}

function OneJob({ id }: { readonly id: JobId }) {
  const read = useRecord('job.read', { id }, { refetchInterval: freshMs });
  const [isEditing, setIsEditing] = useState(false);
  const { data: job, error } = read;
  if (job === undefined || error?.refusal.code === 'NOT_FOUND') return <NotShown read={read} />;
  return (
    <Page
      title={say.one.title(job.number, plainText(job.title))}
      below={<BackToJobs />}
      actions={
        <>
          <StatusButtons job={job} />
          <Button onClick={() => setIsEditing(true)}>
            <Pencil size={14} strokeWidth={2} aria-hidden />
            {say.one.edit}
          </Button>
        </>
      }
    >
      <JobDetail
        job={job}
        customer={
          <Link to="/customers/$id" params={{ id: job.customerId }} className={styles.link}>
            {plainText(job.customerName)}
          </Link>
        }
        linkToCall={(callId) => <CallLine id={callId} />}
      />
      {isEditing ? <EditDialog job={job} onClose={() => setIsEditing(false)} /> : null}
    </Page>
  );
}

function EditDialog({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { data: customer, error, refetch } = useRecord('customer.read', { id: job.customerId });
  return (
    <Dialog isOpen onClose={onClose} title={say.one.editing(job.number)} closeLabel={say.close} widthPx={640}>
      {error === null ? null : (
        <Trouble againLabel={say.again} onAgain={() => void refetch()}>
          {sayRefusal(error.refusal)}
        </Trouble>
      )}
      {customer === undefined ? null : (
        <EditJob
          job={job}
          customer={customer}
          addressEditor={(done) => <AddressEditor customer={customer} address={null} onDone={done} />}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}
