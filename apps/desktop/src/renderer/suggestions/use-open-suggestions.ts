import type { CallId, Suggestion } from '@ringdesk/shared';
import { useEffect, useMemo } from 'react';
import { useIsOnline } from '../realtime/connection.store.ts';
import { readSuggestions } from './commands.ts';
import { type OnRecord, openSuggestions } from './open-suggestions.ts';
import { useSuggestions } from './suggestions.store.ts';

/** What was heard in a call and may be taken; read anew whenever the desk is connected again. */
export function useOpenSuggestions(callId: CallId, record: OnRecord): readonly Suggestion[] {
  const all = useSuggestions(callId);
  const isOnline = useIsOnline();
  const { customer, jobs, from } = record;
  useEffect(() => {
    if (isOnline) void readSuggestions(callId);
  }, [callId, isOnline]);
  return useMemo(() => openSuggestions(all, { customer, jobs, from }), [all, customer, jobs, from]);
}
