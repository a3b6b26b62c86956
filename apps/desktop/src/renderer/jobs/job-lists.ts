import type { Job } from '@ringdesk/shared';

interface Page {
  readonly items: readonly Job[];
  readonly nextCursor: string | null;
}

export interface JobList {
  /** What was asked for. */
  readonly question: Readonly<Record<string, unknown>>;
  readonly pages: readonly Page[];
}

/**
 * The lists once a job is as it is told: it stands in its place where it still fits, leaves a list of another status or of
 * other days and comes into the one of its own, when that shows the same jobs otherwise. Order and the rest are the
 * server's to say.
 */
export function withJob(lists: readonly JobList[], job: Job): readonly JobList[] {
  const shownIn = new Set(lists.filter((list) => has(list, job)).map(({ question }) => kinOf(question)));
  return lists.map((list) => {
    const { status, from, to } = list.question;
    const fits = (status === undefined || status === job.status) && isWithin(job, { from, to });
    const isPart = status !== undefined || from !== undefined || to !== undefined;
    if (has(list, job))
      return { ...list, pages: list.pages.map((page) => ({ ...page, items: put(page.items, job, fits) })) };
    const isComing = fits && isPart && shownIn.has(kinOf(list.question));
    const [first, ...rest] = list.pages;
    if (!isComing || first === undefined) return list;
    return { ...list, pages: [{ ...first, items: [job, ...first.items] }, ...rest] };
  });
}

/** Whether a job touches the days of a list; both ends are open where they are not said. */
function isWithin(
  { schedule }: Job,
  { from, to }: { readonly from: unknown; readonly to: unknown },
): boolean {
  if (from === undefined && to === undefined) return true;
  if (schedule === null) return false;
  const isOver = typeof from === 'string' && Date.parse(schedule.end) <= Date.parse(from);
  return !isOver && !(typeof to === 'string' && Date.parse(schedule.start) >= Date.parse(to));
}

function put(items: readonly Job[], job: Job, fits: boolean): readonly Job[] {
  return fits ? items.map((one) => (one.id === job.id ? job : one)) : items.filter(({ id }) => id !== job.id);
}

function has({ pages }: JobList, { id }: Pick<Job, 'id'>): boolean {
  return pages.some(({ items }) => items.some((one) => one.id === id));
}

/** Lists that differ only in the status or the days, and in how they are sorted and cut, are kin. */
function kinOf({
  status: _s,
  from: _f,
  to: _t,
  sort: _o,
  limit: _l,
  ...question
}: JobList['question']): string {
  return JSON.stringify(Object.entries(question).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
