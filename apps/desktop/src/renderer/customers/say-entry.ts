import { standardDispositions, type TimelineEntry } from '@ringdesk/shared';
import { historyMessages } from './history.messages.ts';

const say = historyMessages;
/** Longer notes are told by their beginning; the whole text stands in the facts. */
const longest = 140;

export interface SaidEntry {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What happened, in words. */
export function sayEntry(entry: TimelineEntry): SaidEntry {
  if (entry.kind === 'call') {
    const outcome =
      entry.disposition === null ? say.callStates[entry.status] : dispositionOf(entry.disposition);
    const rep = entry.repName === null ? undefined : say.talkedTo(entry.repName);
    const about = [outcome, rep].filter((part) => part !== undefined).join(', ');
    return {
      title: entry.topic === null ? say.called : say.calledAbout(entry.topic),
      lines: about === '' ? [] : [capital(about)],
    };
  }
  if (entry.kind === 'job')
    return { title: say.job(entry.title), lines: [capital(say.jobStates[entry.status] ?? entry.status)] };
  const who = entry.byName ?? say.somebody;
  const [first] = entry.changes;
  if (entry.changes.length === 1 && first?.field === 'archived')
    return { title: first.after === null ? say.restored(who) : say.archived(who), lines: [] };
  const isNew = entry.changes.every(({ before }) => before === null) && isWhole(entry.changes);
  return { title: isNew ? say.made(who) : say.changed(who), lines: entry.changes.map(sayChange) };
}

type Change = Extract<TimelineEntry, { kind: 'change' }>['changes'][number];

/** The first entry of a customer names their zone, which nobody types later without one before it. */
function isWhole(changes: readonly Change[]): boolean {
  return changes.some(({ field }) => field === 'timeZone');
}

function sayChange({ field, before, after }: Change): string {
  const name = capital(say.fields[field] ?? field);
  if (after === null) return say.cleared(name, short(before ?? ''));
  return before === null ? say.set(name, short(after)) : say.from(name, short(before), short(after));
}

function dispositionOf(key: string): string {
  return say.dispositions[key] ?? standardDispositions.find((one) => one.key === key)?.label ?? key;
}

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
