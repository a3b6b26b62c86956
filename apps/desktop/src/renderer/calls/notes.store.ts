import type { Call, CallId, UserId } from '@ringdesk/shared';
import { useEffect } from 'react';
import { create } from 'zustand';
import { keptShelf } from '../outbox/kept.ts';
import { onConnection } from '../realtime/connection.store.ts';
import { noteCall } from './commands.ts';
import { draftsOn, dropOldDrafts } from './drafts.ts';
import { NoteKeeper } from './note-keeper.ts';
import type { Notes } from './notes.ts';

const useNotesStore = create<Readonly<Record<CallId, Notes>>>(() => ({}));

let keeper: NoteKeeper | null = null;

/** The keeper of the person who is signed in; somebody else gets one of their own, with their own drafts. */
function keeperOf(userId: UserId): NoteKeeper {
  if (keeper?.userId === userId) return keeper;
  dropOldDrafts(keptShelf, Date.now());
  useNotesStore.setState({}, true);
  keeper = new NoteKeeper(userId, {
    save: ({ callId, text, version }) => noteCall(callId, text, version),
    drafts: draftsOn(keptShelf, userId),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    nowMs: Date.now,
    changed: (callId, notes) => useNotesStore.setState({ [callId]: notes }),
  });
  return keeper;
}

onConnection(({ state }) => {
  if (state === 'open') keeper?.flushAll();
});

/** The notes of a call of mine as they stand in the field; null until they are opened. Saved when the panel leaves. */
export function useNotes(call: Call, me: UserId): Notes | null {
  const { id } = call;
  useEffect(() => keeperOf(me).hear(call), [call, me]);
  useEffect(() => () => keeper?.flush(id), [id]);
  return useNotesStore((all) => all[id] ?? null);
}

export function notesNow(callId: CallId): Notes | null {
  return useNotesStore.getState()[callId] ?? null;
}

export const typeNotes = (callId: CallId, text: string): void => keeper?.type(callId, text);
export const saveNotesNow = (callId: CallId): void => keeper?.flush(callId);
export const keepMyNotes = (callId: CallId): void => keeper?.keepMine(callId);
export const takeTheirNotes = (callId: CallId): void => keeper?.takeTheirs(callId);
/** The call was closed together with these notes. */
export const notesSettled = (call: Call, text: string): void => keeper?.settle(call, text);
