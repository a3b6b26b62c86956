const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** A moment in the past as people say it: `just now`, `5 min ago`, `14:02`, `Mon 14:02`, `3 Mar`, `3 Mar 2025`. */
export function sayMoment(at: string, nowMs: number): string {
  const date = new Date(at);
  const agoMs = nowMs - date.getTime();
  if (agoMs < minuteMs) return 'just now';
  if (agoMs < hourMs) return `${Math.floor(agoMs / minuteMs)} min ago`;
  const now = new Date(nowMs);
  const daysAgo = Math.round((midnightOf(now) - midnightOf(date)) / (24 * hourMs));
  if (daysAgo === 0) return clock.format(date);
  if (daysAgo < 7) return weekday.format(date);
  return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
}

/** The day of a moment: `3 Mar`, with its year when that is not this one. */
export function sayDay(at: string, nowMs: number): string {
  const date = new Date(at);
  return (date.getFullYear() === new Date(nowMs).getFullYear() ? day : dayOfYear).format(date);
}

/** The whole truth about a moment, for those who hover. */
export function sayExactly(at: string): string {
  return exact.format(new Date(at));
}

function midnightOf(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
