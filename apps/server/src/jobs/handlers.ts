import { done, type Input, type Job, refused } from '@ringdesk/shared';
import type { App, Asker, Handlers } from '../app.ts';
import { changeJob } from './change-job.ts';
import { createJob } from './create-job.ts';
import { freeTimes } from './free-times.ts';
import { findAssignees, listJobs, takenRanges, zoneOf } from './jobs.store.ts';
import { noteJob } from './note-job.ts';
import { cursorOf, placeOf } from './page-place.ts';
import { findJob } from './store.ts';

type JobHandlers = Pick<Handlers, Extract<keyof Handlers, `job.${string}` | `jobs.${string}`>>;

const lookAheadMs = 62 * 24 * 60 * 60 * 1000;

export function jobHandlers(app: Pick<App, 'db' | 'clock' | 'random' | 'nudge'>): JobHandlers {
  return {
    'jobs.list': ({ input }) => list(app, input),
    'jobs.taken': async ({ input }) => {
      const { customerId = null, assigneeIds = [], exceptJobId = null, from, to } = input;
      const items = await takenRanges(app.db, { customerId, assigneeIds, exceptJobId, from, to });
      return done({ items: [...items], nextCursor: null });
    },
    'jobs.free': async ({ input }) => {
      const { customerId, assigneeIds = [], after, minutes, limit } = input;
      const timeZone = await zoneOf(app.db, customerId);
      if (timeZone === null) return refused('NOT_FOUND', 'There is no such customer.');
      const to = new Date(Date.parse(after) + lookAheadMs).toISOString();
      const taken = await takenRanges(app.db, {
        customerId,
        assigneeIds,
        exceptJobId: null,
        from: after,
        to,
      });
      return done({ items: [...freeTimes(taken, { after, minutes, limit, timeZone })], nextCursor: null });
    },
    'jobs.assignees': async () => done({ items: await findAssignees(app.db), nextCursor: null }),
    'job.create': ({ input, asker }) => createJob(app, input, personId(asker)),
    'job.read': async ({ input }) => {
      const job = await findJob(app.db, input.id);
      return job === null ? refused('NOT_FOUND', 'There is no such job.') : done(job);
    },
    'job.change': ({ input }) => changeJob(app, input),
    'job.note': ({ input, asker }) => noteJob(app, input, personId(asker)),
  };
}

async function list(app: Pick<App, 'db'>, { cursor, ...filter }: Input<'jobs.list'>) {
  const after = cursor === undefined ? null : placeOf(cursor);
  if (after === 'unreadable')
    return refused('INPUT_INVALID', undefined, {
      errors: [{ path: 'cursor', message: 'use the nextCursor of the page before, unchanged' }],
    });
  const found = await listJobs(app.db, { ...filter, after, limit: filter.limit + 1 });
  const items = found.slice(0, filter.limit);
  const last = found.length > filter.limit ? items.at(-1) : undefined;
  const at = last && sortedBy(last, filter.sort);
  return done({ items, nextCursor: last && at ? cursorOf({ at, id: last.id }) : null });
}

function sortedBy(job: Job, sort: Input<'jobs.list'>['sort']): string | null {
  return sort === '-createdAt' ? job.createdAt : (job.schedule?.start ?? null);
}

/** The person who asks; a program is nobody. */
function personId(asker: Asker): string | null {
  return asker.kind === 'person' ? asker.userId : null;
}
