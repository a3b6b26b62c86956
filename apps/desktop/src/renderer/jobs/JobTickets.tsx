import type { Call, JobId } from '@ringdesk/shared';
import { CalendarPlus } from 'lucide-react';
import { keysOf } from '../app/shortcuts.ts';
import { itemsOf, useRecords } from '../http/records.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import { JobStatusBadge } from './JobStatusBadge.tsx';
import { sayTime } from './job-times.ts';

export interface JobTicketsProps {
  readonly call: Call;
  /** A job may be booked now; a sentence says why not. */
  readonly onNew: (() => void) | null;
  readonly onOpen: (id: JobId) => void;
}

const mostShown = 50;

/** The jobs that were booked in a call, as tickets. */
export function JobTickets({ call, onNew, onOpen }: JobTicketsProps) {
  const hasJobs = call.jobIds.length > 0;
  // Whoever books reads the list again.
  const { data } = useRecords(
    'jobs.list',
    { callId: call.id, sort: '-createdAt', limit: mostShown },
    { enabled: hasJobs },
  );
  const jobs = hasJobs ? itemsOf(data) : [];
  return (
    <section className={styles.tickets} aria-label={say.tickets}>
      <h3>{say.tickets}</h3>
      {jobs.map((job) => (
        <button key={job.id} type="button" className={styles.ticket} onClick={() => onOpen(job.id)}>
          <span className={styles.ticketTitle}>
            <bdi>{say.ticket(job.number, plainText(job.title))}</bdi>
          </span>
          <JobStatusBadge status={job.status} />
          <span className={styles.ticketTime}>
            {job.schedule === null ? say.withoutTime : sayTime(job.schedule, serverNowMs(), job.timeZone)}
          </span>
        </button>
      ))}
      {onNew === null ? (
        <p className={styles.quiet}>{hasJobs ? '' : say.unlinked}</p>
      ) : (
        <div>
          <Button keys={keysOf('job.new')} onClick={onNew}>
            <CalendarPlus size={16} strokeWidth={1.75} aria-hidden />
            {say.newJob}
          </Button>
        </div>
      )}
    </section>
  );
}
