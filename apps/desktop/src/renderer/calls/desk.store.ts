import type { Call, CallId, DeskSnapshot, Payload, RingingOffer, User } from '@ringdesk/shared';
import { useMemo } from 'react';
import { create } from 'zustand';
import {
  changeCall,
  currentCall,
  type Desk,
  emptyDesk,
  endOffer,
  keepCall,
  offerCall,
  openDesk,
} from './desk.ts';

const useDeskStore = create<Desk>(() => emptyDesk);

function become(change: (desk: Desk) => Desk): void {
  useDeskStore.setState(change, true);
}

export const deskOpened = (snapshot: DeskSnapshot) => become((desk) => openDesk(desk, snapshot));
/** True when something was missed and the desk must be opened again. */
export function callChanged(told: Payload<'call.changed'>): boolean {
  become((desk) => changeCall(desk, told));
  return useDeskStore.getState().hasGap;
}
export const callOffered = (told: Payload<'call.offered'>) => become((desk) => offerCall(desk, told));
export const callOfferEnded = (told: Payload<'call.offer-ended'>) => become((desk) => endOffer(desk, told));
/** Keeps the call that an operation answered with. */
export const callAnswered = (call: Call) => become((desk) => keepCall(desk, call));
export const deskClosed = () => become(() => emptyDesk);

/** Null until the first snapshot. */
export const useMe = (): User | null => useDeskStore((desk) => desk.me);
export const useDeskCalls = (): ReadonlyMap<CallId, Call> => useDeskStore((desk) => desk.calls);
export const useEndedToday = (): number => useDeskStore((desk) => desk.endedToday);
export const useDeskCall = (id: CallId | null): Call | null =>
  useDeskStore((desk) => (id === null ? null : (desk.calls.get(id) ?? null)));
/** Who I am and a call as they are known this very moment, for what happens outside a picture. */
export const meNow = (): User | null => useDeskStore.getState().me;
export const deskCallNow = (id: CallId): Call | null => useDeskStore.getState().calls.get(id) ?? null;
export const deskCallsNow = (): readonly Call[] => Array.from(useDeskStore.getState().calls.values());
/** The call I am on or wrapping up, and whether one rings for me, this very moment. */
export const workNow = (): { readonly current: Call | null; readonly isRinging: boolean } => {
  const desk = useDeskStore.getState();
  return { current: currentCall(desk), isRinging: desk.offer !== null };
};
/** The call I am on, or wrapping up. */
export const useCurrentCall = (): Call | null => useDeskStore(currentCall);

/** The call that rings for me and its offer; null when none does. */
export function useOffer(): { readonly call: Call; readonly offer: RingingOffer } | null {
  const ringing = useDeskStore((desk) => desk.offer);
  const call = useDeskCall(ringing?.callId ?? null);
  return useMemo(
    () => (ringing === null || call === null ? null : { call, offer: ringing.offer }),
    [ringing, call],
  );
}

export interface DeskFacts {
  readonly waiting: number;
  readonly offeredCall: Call | null;
}

/** Tells of the few facts that effects outside the screen live from; runs on each change of them. */
export function onDeskFacts(listener: (facts: DeskFacts) => void): () => void {
  let before = '';
  return useDeskStore.subscribe((desk) => {
    const facts = factsOf(desk);
    const key = `${facts.waiting} ${facts.offeredCall?.id ?? ''}`;
    if (key === before) return;
    before = key;
    listener(facts);
  });
}

function factsOf(desk: Desk): DeskFacts {
  let waiting = 0;
  for (const call of desk.calls.values())
    if (call.status === 'waiting' || call.status === 'offered') waiting += 1;
  return { waiting, offeredCall: desk.offer === null ? null : (desk.calls.get(desk.offer.callId) ?? null) };
}
