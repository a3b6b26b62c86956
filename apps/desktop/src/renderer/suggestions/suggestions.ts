import type { CallId, Suggestion } from '@ringdesk/shared';

/** What was suggested, by call; each list in the order it was heard. */
export type Suggested = ReadonlyMap<CallId, readonly Suggestion[]>;

/** Newest told wins, by id; what was withdrawn is gone. */
export function withSuggestions(
  before: Suggested,
  { callId, suggestions }: { readonly callId: CallId; readonly suggestions: readonly Suggestion[] },
): Suggested {
  const byId = new Map((before.get(callId) ?? []).map((one) => [one.id, one]));
  for (const one of suggestions) byId.set(one.id, one);
  const kept = [...byId.values()].filter((one) => one.status !== 'withdrawn');
  return new Map(before).set(
    callId,
    kept.toSorted((a, b) => a.segment - b.segment || (a.id < b.id ? -1 : 1)),
  );
}
