import { type CallId, isOnTheLine, type Speaker } from '@ringdesk/shared';
import { useMemo } from 'react';
import { plainText } from '../ui/plain-text.ts';
import { callMessages } from './call.messages.ts';
import { useDeskCall, useMe } from './desk.store.ts';

export interface Conversation {
  /** How each speaker of the call is called on this desk. */
  readonly speakers: Readonly<Record<Speaker, string>>;
  /** The caller is on the line: more words may come. */
  readonly isLive: boolean;
}

/** Who speaks on a call and whether it goes on: what a transcript needs to know of its call. */
export function useConversation(callId: CallId): Conversation {
  const call = useDeskCall(callId);
  const me = useMe();
  const caller = plainText(call?.callerName ?? callMessages.caller);
  const isMine = call?.repId === me?.id;
  const rep = isMine ? callMessages.you : plainText(call?.repName ?? callMessages.view.somebody);
  const isLive = call !== null && isOnTheLine(call);
  return useMemo(
    () => ({ speakers: { caller, assistant: callMessages.assistant, rep }, isLive }),
    [caller, rep, isLive],
  );
}
