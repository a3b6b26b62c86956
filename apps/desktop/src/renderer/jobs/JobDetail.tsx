import type { CallId, Job } from '@ringdesk/shared';
import type { ReactNode } from 'react';
import { useServerMinute } from '../realtime/server-time.ts';
import { Badge } from '../ui/Badge.tsx';
import { Card } from '../ui/Card.tsx';
import { Moment } from '../ui/Moment.tsx';
import { plainText } from '../ui/plain-text.ts';
import styles from './JobDetail.module.css';
import { JobNotes } from './JobNotes.tsx';
import { JobStatusBadge } from './JobStatusBadge.tsx';
import { sayClock, sayThere, sayTime } from './job-times.ts';
import { LineItems } from './LineItems.tsx';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.one;
const minuteMs = 60_000;

export interface JobDetailProps {
  readonly job: Job;
  /** The customer as the way to their page. */
  readonly customer: ReactNode;
  readonly linkToCall: (id: CallId) => ReactNode;
}

/** A ticket with everything that is known of it. */
export function JobDetail({ job, customer, linkToCall }: JobDetailProps) {
  return (
    <div className={styles.detail}>
      <div className={styles.main}>
        <Card title={say.description}>
          {job.description === '' ? (
            <p className={styles.quiet}>{say.noDescription}</p>
          ) : (
            <p className={styles.text} dir="auto">
              {plainText(job.description)}
            </p>
          )}
        </Card>
        <LineItems key={job.id} job={job} />
        <JobNotes key={`notes of ${job.id}`} job={job} />
      </div>
      <aside className={styles.side} aria-label={say.facts}>
        <Facts job={job} customer={customer} linkToCall={linkToCall} />
      </aside>
    </div>
  );
}

function Facts({ job, customer, linkToCall }: JobDetailProps) {
  const assignees = job.assignees.map(({ name }) => plainText(name));
  return (
    <Card title={say.facts}>
      <dl className={styles.facts}>
        <dt>{pageMessages.status}</dt>
        <dd>
          <JobStatusBadge status={job.status} />
        </dd>
        <dt>{pageMessages.customer}</dt>
        <dd>{customer}</dd>
        <dt>{say.where}</dt>
        <dd dir="auto">{plainText(job.address)}</dd>
        <dt>{say.when}</dt>
        <dd>
          <When job={job} />
        </dd>
        <dt>{pageMessages.assignees}</dt>
        <dd>{assignees.length === 0 ? pageMessages.nobody : assignees.join(', ')}</dd>
        <dt>{say.tags}</dt>
        <dd className={styles.tags}>
          {job.tags.length === 0
            ? say.none
            : job.tags.map((tag) => (
                <Badge key={tag} tone="grey">
                  {plainText(tag)}
                </Badge>
              ))}
        </dd>
        <dt>{say.leadSource}</dt>
        <dd>{job.leadSource === null ? say.none : plainText(job.leadSource)}</dd>
        <dt>{say.call}</dt>
        <dd>{job.callId === null ? say.noCall : linkToCall(job.callId)}</dd>
      </dl>
      <Steps job={job} />
    </Card>
  );
}

function When({ job: { schedule, timeZone } }: { readonly job: Job }) {
  const nowMs = useServerMinute();
  if (schedule === null) return pageMessages.noTime;
  const startMs = Date.parse(schedule.start);
  const there = sayThere(startMs, timeZone);
  const latest = startMs + schedule.arrivalWindowMinutes * minuteMs;
  return (
    <>
      <strong className="tabular">{sayTime(schedule, nowMs)}</strong>
      {there === null ? null : <p className={styles.quiet}>{say.there(there)}</p>}
      {schedule.arrivalWindowMinutes === 0 ? null : (
        <p className={styles.quiet}>{say.arrival(sayClock(startMs), sayClock(latest))}</p>
      )}
    </>
  );
}

/** When it was booked, begun, done or called off. */
function Steps({ job }: { readonly job: Job }) {
  const nowMs = useServerMinute();
  const steps = [
    { words: say.bookedAt, at: job.createdAt },
    { words: say.startedAt, at: job.startedAt },
    { words: say.completedAt, at: job.completedAt },
    { words: say.canceledAt, at: job.canceledAt },
  ];
  return (
    <ul className={styles.steps}>
      {steps.map(({ words, at }) =>
        at === null ? null : (
          <li key={words}>
            {words} <Moment at={at} nowMs={nowMs} />
          </li>
        ),
      )}
    </ul>
  );
}
