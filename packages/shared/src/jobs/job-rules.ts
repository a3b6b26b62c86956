import { type JobStatus, type LineItem, nextStatuses } from './job.ts';

/** What a job is once this is wished of it: a time makes it scheduled, none makes it unscheduled, unless it has begun. */
export function statusAfter(
  current: JobStatus | null,
  wish: { readonly status: JobStatus | undefined; readonly hasSchedule: boolean },
): { readonly status: JobStatus } | { readonly allowed: readonly JobStatus[] } {
  const fitting = wish.hasSchedule ? 'scheduled' : 'unscheduled';
  const isOpen = current === null || current === 'scheduled' || current === 'unscheduled';
  const status = wish.status ?? (isOpen ? fitting : current);
  const isBarred = current !== null && current !== status && !nextStatuses[current].includes(status);
  const isUnfit = (status === 'scheduled' || status === 'unscheduled') && status !== fitting;
  if (!isBarred && !isUnfit) return { status };
  return { allowed: current === null ? [fitting, 'in_progress', 'completed'] : nextStatuses[current] };
}

/**
 * What the lines of a job come to, in whole cents; each line is rounded by itself, halves away from zero. Discounts come
 * off the sum of labor and materials: a fixed one as it stands, a percent one by `unitPriceCents` hundredths of a percent.
 */
export function totalCents(items: readonly Pick<LineItem, 'kind' | 'unitPriceCents' | 'quantity'>[]): number {
  const amounts = items.map((item) => ({
    kind: item.kind,
    cents: rounded(item.unitPriceCents * item.quantity),
  }));
  const sumOf = (...kinds: readonly LineItem['kind'][]) =>
    amounts.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { cents }) => sum + cents, 0);
  const work = sumOf('labor', 'materials');
  const percent = items
    .filter(({ kind }) => kind === 'percent discount')
    .reduce((sum, { unitPriceCents }) => sum + rounded((work * unitPriceCents) / 10_000), 0);
  return work - sumOf('fixed discount') - percent + sumOf('fixed gratuity');
}

function rounded(amount: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount) + Number.EPSILON * Math.abs(amount));
}
