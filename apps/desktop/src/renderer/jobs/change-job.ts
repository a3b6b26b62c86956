import { type Job, JobConflict, type JobId, nextStatuses, type Output, type Refusal } from '@ringdesk/shared';
import type { InfiniteData } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '../http/call.ts';
import { records } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { foreseen } from './board-moves.ts';
import { clashesOf, type JobChange } from './edit-change.ts';
import { withJob } from './job-lists.ts';
import { sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;

/** How a change came out. `kept`: the server is away, it is done later. */
export type JobOutcome =
  | { readonly kind: 'done'; readonly job: Job }
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      readonly refusal: Refusal;
      /** Where somebody else changed the same meanwhile: the fields, and the job as it is now. */
      readonly clash: Clash | null;
    };

export interface Clash {
  readonly fields: readonly (keyof JobChange)[];
  readonly theirs: Job;
}

/** The newest change of each job that has changes on their way: what older ones are answered is shown no more. */
const newest = new Map<JobId, symbol>();

/**
 * Changes a job and shows it at once as it will be; a refusal puts it back where it was and says why. What somebody else
 * changed beside it meanwhile stays; where both changed the same, nothing is written.
 */
export async function changeJob(job: Job, change: JobChange): Promise<JobOutcome> {
  const turn = Symbol(job.id);
  newest.set(job.id, turn);
  const outcome = await changeInTurn(job, change, () => newest.get(job.id) === turn);
  if (newest.get(job.id) === turn) newest.delete(job.id);
  return outcome;
}

async function changeInTurn(job: Job, change: JobChange, isNewest: () => boolean): Promise<JobOutcome> {
  // An older answer that is still on its way would undo what is foreseen.
  await Promise.all([records.cancelQueries({ queryKey: ['jobs.list'] }), records.cancelQueries(keyOf(job))]);
  if (isNewest()) showJob(foreseen(job, change));
  const answer = await submit(
    'job.change',
    { id: job.id, version: job.version, ...change },
    say.label(job.number),
  );
  if (answer.ok) {
    if (isNewest()) showNow(answer.value);
    return { kind: 'done', job: answer.value };
  }
  if (isKept(answer)) return { kind: 'kept' };
  const clash = answer.error.code === 'STALE' ? await clashWith(job, change) : null;
  if (clash !== null && clash.fields.length === 0) return changeInTurn(clash.theirs, change, isNewest);
  if (isNewest()) showNow(clash?.theirs ?? job);
  return { kind: 'refused', sentence: sayJobRefusal(answer.error, job), refusal: answer.error, clash };
}

/** What a change of an older version meets; null where the job cannot be read. */
async function clashWith(before: Job, change: JobChange): Promise<Clash | null> {
  const now = await call('job.read', { id: before.id });
  return now.ok ? { fields: clashesOf(change, before, now.value), theirs: now.value } : null;
}

/** Does what was seen to be done: says it, offers to take it back, and says why when it was refused. True when it was done. */
export async function changeJobAloud(
  job: Job,
  change: JobChange,
  done: (now: Job) => string,
): Promise<boolean> {
  const outcome = await changeJob(job, change);
  if (outcome.kind === 'kept') notice(say.keptForLater, 'careful');
  else if (outcome.kind === 'refused') notice(outcome.sentence, 'trouble');
  else
    notice(
      done(outcome.job),
      'well',
      canTakeBack(job, outcome.job)
        ? { label: say.undo, run: () => void takeBack(job, outcome.job) }
        : undefined,
    );
  return outcome.kind !== 'kept' && outcome.kind !== 'refused';
}

/** Not every status leads back to the one before. */
function canTakeBack(before: Job, now: Job): boolean {
  return before.status === now.status || nextStatuses[now.status].includes(before.status);
}

/** The job as it was before: its status and its time, over the version that is there now. */
async function takeBack(before: Job, now: Job): Promise<void> {
  const outcome = await changeJob(now, { status: before.status, schedule: before.schedule });
  if (outcome.kind === 'refused') notice(outcome.sentence, 'trouble');
  if (outcome.kind === 'kept') notice(say.keptForLater, 'careful');
}

/** Shows a job as it is told, in every list and on its page. */
export function showJob(job: Job): void {
  type Data = InfiniteData<Output<'jobs.list'>>;
  const lists = records
    .getQueriesData<Data>({ queryKey: ['jobs.list'] })
    .flatMap(([key, data]) => (data !== undefined && 'pages' in data ? [{ key, data }] : []));
  const told = withJob(
    lists.map(({ key, data }) => ({ question: AskedFor.parse(key[1]), pages: data.pages })),
    job,
  );
  for (const [place, { key, data }] of lists.entries()) {
    const pages = told[place]?.pages;
    if (pages !== undefined && pages !== data.pages)
      records.setQueryData(key, {
        ...data,
        pages: pages.map((page) => ({ ...page, items: [...page.items] })),
      });
  }
  records.setQueryData(keyOf(job).queryKey, job);
}

const AskedFor = z.record(z.string(), z.unknown()).catch({});

function showNow(job: Job): void {
  showJob(job);
  readAgain(job);
}

/** Reads again what the job stands in; how the server sorts it is the server's to say. */
export function readAgain(job: Pick<Job, 'id'>): void {
  for (const queryKey of [['jobs.list'], ['jobs.taken'], ['jobs.free'], ['customer.timeline']])
    void records.invalidateQueries({ queryKey });
  void records.invalidateQueries(keyOf(job));
}

function keyOf({ id }: Pick<Job, 'id'>) {
  return { queryKey: ['job.read', { id }] };
}

/** Why a change of a job was refused, in words: which jobs are in the way, and when. */
function sayJobRefusal(refusal: Refusal, job: Pick<Job, 'customerName'>): string {
  if (refusal.code === 'STALE') return say.isStale;
  if (refusal.code !== 'JOB_OVERLAPS') return sayRefusal(refusal);
  const told = conflictsIn(refusal)
    .slice(0, 3)
    .map((one) => say.conflict(plainText(one.title), sayTime(one, serverNowMs())))
    .join(' ');
  return `${say.overlaps(plainText(job.customerName), told || say.conflictHidden)} ${say.stays}`;
}

/** The jobs that are in the way of another. */
export function conflictsIn({ details }: Refusal): readonly z.infer<typeof JobConflict>[] {
  return z.array(JobConflict).safeParse(details?.['conflicts']).data ?? [];
}
