import { type Call, type CallId, isOver, type UserId } from '@ringdesk/shared';

const queueSections = ['mine', 'ringing', 'waiting', 'others', 'ended'] as const;
export type QueueSection = (typeof queueSections)[number];

export interface QueueView {
  readonly search: string;
  /** Null: every line. */
  readonly line: string | null;
  readonly folded: ReadonlySet<QueueSection>;
}

export type QueueRow =
  | {
      readonly kind: 'head';
      readonly section: QueueSection;
      readonly count: number;
      readonly isFolded: boolean;
    }
  | { readonly kind: 'call'; readonly section: QueueSection; readonly id: CallId }
  | { readonly kind: 'earlier'; readonly count: number };

/** Where a call stands for this person. */
function sectionOf(call: Call, me: UserId): QueueSection {
  if (isOver(call)) return 'ended';
  if (call.status === 'waiting') return 'waiting';
  if (call.status === 'offered') return 'ringing';
  return call.repId === me ? 'mine' : 'others';
}

type Order = (a: Call, b: Call) => number;

const oldestFirst: Order = (a, b) => compare(a.queuedAt, b.queuedAt) || compare(a.id, b.id);

const orders: Readonly<Record<QueueSection, Order>> = {
  mine: (a, b) => compare(a.status, b.status) || oldestFirst(a, b),
  ringing: oldestFirst,
  // The order in which the server offers them.
  waiting: (a, b) => b.priority - a.priority || oldestFirst(a, b),
  others: (a, b) => compare(a.claimedAt ?? '', b.claimedAt ?? '') || oldestFirst(a, b),
  ended: (a, b) => compare(b.endedAt ?? b.queuedAt, a.endedAt ?? a.queuedAt) || oldestFirst(a, b),
};

export interface QueueFacts {
  readonly calls: ReadonlyMap<CallId, Call>;
  readonly me: UserId;
  readonly endedToday: number;
}

/** The queue as rows: a head for each section that has calls, then its calls unless it is folded. */
export function queueRows({ calls, me, endedToday }: QueueFacts, view: QueueView): QueueRow[] {
  const bySection: Record<QueueSection, Call[]> = {
    mine: [],
    ringing: [],
    waiting: [],
    others: [],
    ended: [],
  };
  const isWanted = matcher(view);
  for (const call of calls.values()) if (isWanted(call)) bySection[sectionOf(call, me)].push(call);
  const isNarrowed = view.search.trim() !== '' || view.line !== null;
  return queueSections.flatMap((section) => {
    const found = bySection[section].sort(orders[section]);
    const count = section === 'ended' && !isNarrowed ? Math.max(endedToday, found.length) : found.length;
    if (count === 0) return [];
    const isFolded = view.folded.has(section) && view.search.trim() === '';
    const head: QueueRow = { kind: 'head', section, count, isFolded };
    if (isFolded) return [head];
    const rows = found.map((call): QueueRow => ({ kind: 'call', section, id: call.id }));
    const earlier = count - found.length;
    return earlier > 0 ? [head, ...rows, { kind: 'earlier', count: earlier }] : [head, ...rows];
  });
}

/** The lines that calls come from, by name. */
export function linesOf(calls: ReadonlyMap<CallId, Call>): readonly string[] {
  return [...new Set([...calls.values()].map((call) => call.line))].sort();
}

/**
 * While the pointer moves over the queue nothing slides away under it: every row that was there keeps its place and
 * changes its colour only; new calls take theirs once the pointer rests or leaves.
 */
export function holdRows(held: readonly QueueRow[], fresh: readonly QueueRow[]): readonly QueueRow[] {
  const counts = new Map(fresh.flatMap((row) => (row.kind === 'head' ? [[row.section, row.count]] : [])));
  return held.map((row) => (row.kind === 'head' ? { ...row, count: counts.get(row.section) ?? 0 } : row));
}

/** Words are looked for in name, number, topic, line and rep; digits in the number however it is written. */
function matcher({ search, line }: QueueView): (call: Call) => boolean {
  const words = search.trim().toLowerCase();
  const digits = /^[\d\s()+./-]+$/.test(words) ? words.replace(/\D/g, '') : '';
  return (call) => {
    if (line !== null && call.line !== line) return false;
    if (words === '') return true;
    if (digits !== '' && call.from.replace(/\D/g, '').includes(digits)) return true;
    const told = [call.callerName, call.from, call.topic, call.repName, call.offeredToName, call.disposition];
    return told.some((text) => text?.toLowerCase().includes(words) === true);
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
