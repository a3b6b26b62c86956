import type { Call, Refusal } from '@ringdesk/shared';

/** The notes of one call while a rep writes them. `text` is what stands in the field, `base` what the server has. */
export interface Notes {
  readonly text: string;
  readonly base: string;
  /** The call's version in which `base` was read or saved. */
  readonly version: number;
  /** On its way to the server; one at a time. */
  readonly sending: { readonly text: string; readonly version: number } | null;
  /** What was sent and not answered: the server may have kept any of it although the answer was lost. */
  readonly unanswered: readonly string[];
  /** The pause after the last key is over: send as soon as nothing is on its way. */
  readonly isDue: boolean;
  /** Why the last try was refused; null once one succeeded. */
  readonly refusal: Refusal | null;
  /** Somebody else changed the notes while these were unsaved: the rep decides. */
  readonly theirs: { readonly text: string; readonly version: number } | null;
  /** The server has a newer call than this desk has heard of yet: nothing is sent until it is heard. */
  readonly awaitsNewer: boolean;
}

/** Unsaved notes as kept on this computer. */
export interface Draft {
  readonly text: string;
  readonly base: string;
}

type Noted = Pick<Call, 'notes' | 'version'>;

export type SaveState = 'untouched' | 'saved' | 'saving' | 'kept' | 'refused' | 'conflict';

/** Refusals that pass by themselves; everything else waits for the rep. */
const passing: ReadonlySet<Refusal['code']> = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'UNEXPECTED']);

/** Saves are tried again every few seconds; those of the last minute or so can still turn up. */
const keptUnanswered = 30;

export function willPass(refusal: Refusal | null): boolean {
  return refusal !== null && passing.has(refusal.code);
}

/** Begins with the call as the desk knows it, and with the text that an earlier session could not save. */
export function openNotes(call: Noted, draft: Draft | null): Notes {
  const clean: Notes = {
    text: call.notes,
    base: call.notes,
    version: call.version,
    sending: null,
    unanswered: [],
    isDue: false,
    refusal: null,
    theirs: null,
    awaitsNewer: false,
  };
  if (draft === null || draft.text === call.notes) return clean;
  if (draft.base === call.notes) return { ...clean, text: draft.text, isDue: true };
  const theirs = { text: call.notes, version: call.version };
  return { ...clean, text: draft.text, base: draft.base, theirs };
}

function isDirty(notes: Notes): boolean {
  return notes.text !== notes.base;
}

/** What is to be kept on this computer; null when the server has it all. */
export function draftOf(notes: Notes): Draft | null {
  return isDirty(notes) ? { text: notes.text, base: notes.base } : null;
}

export function typed(notes: Notes, text: string): Notes {
  return { ...notes, text, isDue: false };
}

/** The pause is over, the connection is back, or the panel closes: what is unsaved goes out as soon as it may. */
export function due(notes: Notes): Notes {
  return { ...notes, isDue: isDirty(notes) };
}

/** What to send now; null when something is on its way, the rep has to decide, or nothing is unsaved. */
export function toSend(notes: Notes): { readonly text: string; readonly version: number } | null {
  const mayGo = notes.isDue && notes.sending === null && notes.theirs === null && !notes.awaitsNewer;
  return mayGo && isDirty(notes) ? { text: notes.text, version: notes.version } : null;
}

export function sent(notes: Notes, sending: { readonly text: string; readonly version: number }): Notes {
  return { ...notes, sending };
}

/** The server has kept what was on its way. What was typed since stays due. */
export function kept(notes: Notes, call: Noted): Notes {
  const base = notes.sending?.text ?? notes.base;
  const version = Math.max(notes.version, call.version);
  const next: Notes = {
    ...notes,
    base,
    version,
    sending: null,
    unanswered: [],
    refusal: null,
    awaitsNewer: false,
  };
  return { ...next, isDue: notes.isDue && isDirty(next) };
}

/** The server did not keep it. STALE is no fault: the newer call tells whether the notes themselves changed. */
export function notKept(notes: Notes, refusal: Refusal): Notes {
  const sentVersion = notes.sending?.version ?? notes.version;
  const back = { ...notes, sending: null };
  if (refusal.code === 'STALE') return { ...back, isDue: true, awaitsNewer: notes.version <= sentVersion };
  const lost = notes.sending === null ? [] : [notes.sending.text];
  return {
    ...back,
    isDue: false,
    refusal,
    unanswered: [...notes.unanswered, ...lost].slice(-keptUnanswered),
  };
}

/** The call changed, by this desk or another. Only a change of the notes themselves is a conflict. */
export function callChanged(notes: Notes, call: Noted): Notes {
  if (call.version <= notes.version) return notes;
  const next = { ...notes, version: call.version, awaitsNewer: false };
  if (call.notes === notes.base) return { ...next, theirs: null };
  const own = [notes.sending?.text, ...notes.unanswered, notes.text];
  if (own.includes(call.notes)) return { ...next, base: call.notes, theirs: null };
  if (!isDirty(notes)) return { ...next, text: call.notes, base: call.notes };
  return { ...next, theirs: { text: call.notes, version: call.version } };
}

/** The rep's own text replaces the other one. */
export function keepMine(notes: Notes): Notes {
  if (notes.theirs === null) return notes;
  return { ...notes, base: notes.theirs.text, theirs: null, isDue: true };
}

/** The other text replaces the rep's own. */
export function takeTheirs(notes: Notes): Notes {
  if (notes.theirs === null) return notes;
  const { text } = notes.theirs;
  return { ...notes, text, base: text, theirs: null, isDue: false, refusal: null };
}

/** What the rep is told, quietly. */
export function saveState(notes: Notes): SaveState {
  if (notes.theirs !== null) return 'conflict';
  if (!isDirty(notes)) return notes.base === '' ? 'untouched' : 'saved';
  if (notes.refusal === null) return 'saving';
  return willPass(notes.refusal) ? 'kept' : 'refused';
}
