import type { CustomerId, Job } from '@ringdesk/shared';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Card } from '../ui/Card.tsx';
import { plainText } from '../ui/plain-text.ts';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './CustomerJobs.module.css';
import { JobStatusBadge } from './JobStatusBadge.tsx';
import { sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
const most = 6;

export interface CustomerJobsProps {
  readonly customerId: CustomerId;
  readonly action: ReactNode;
}

/** The newest jobs of a customer, and the way to all of them. */
export function CustomerJobs({ customerId, action }: CustomerJobsProps) {
  const list = useRecords('jobs.list', { customerId, sort: '-createdAt', limit: most });
  const jobs = itemsOf(list.data).slice(0, most);
  return (
    <Card title={say.title} action={action}>
      {list.error === null ? null : (
        <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
          {sayRefusal(list.error.refusal)}
        </Trouble>
      )}
      {list.data !== undefined && jobs.length === 0 ? <p className={styles.quiet}>{say.noneYet}</p> : null}
      {jobs.length === 0 ? null : (
        <ul className={styles.jobs}>
          {jobs.map((job) => (
            <Line key={job.id} job={job} />
          ))}
        </ul>
      )}
      {jobs.length > 0 ? (
        <Link to="/jobs" search={{ customer: customerId }} className={styles.all}>
          {say.allOfCustomer}
        </Link>
      ) : null}
    </Card>
  );
}

function Line({ job }: { readonly job: Job }) {
  const nowMs = useServerMinute();
  return (
    <li className={styles.job}>
      <Link to="/jobs/$id" params={{ id: job.id }} className={styles.title}>
        {plainText(job.title)}
      </Link>
      <JobStatusBadge status={job.status} />
      <span className={styles.quiet}>
        {job.schedule === null ? say.noTime : sayTime(job.schedule, nowMs)}
      </span>
    </li>
  );
}
