import type { OfferOutcome } from '@ringdesk/shared';
import type { SaveState } from './notes.ts';

const spoken = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A duration in full words, for those who hear it. */
function speakDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return seconds < 60 ? spoken(seconds, 'second') : spoken(Math.floor(seconds / 60), 'minute');
}

/** Everything that the offer, the call, its notes and its end say. */
export const callMessages = {
  caller: 'Caller',
  theCaller: 'The caller',
  assistant: 'Assistant',
  you: 'You',
  offer: {
    title: 'Incoming call',
    waiting: (told: string) => `waiting ${told}`,
    why: (why: string) => `Why you: ${why}`,
    take: 'Take call',
    taking: 'Taking …',
    decline: 'Decline',
    secondsLeft: (seconds: number) => `${spoken(seconds, 'second')} left`,
    announce: (who: string, waitedMs: number, isTyping: boolean) =>
      `Call from ${who}, waiting ${speakDuration(waitedMs)}. ${isTyping ? 'Escape leaves the field, then Enter takes it.' : 'Enter takes it.'}`,
    mute: 'Mute the ring',
    unmute: 'Let it ring again',
    ended: {
      claimed: '',
      declined: '',
      missed: 'You missed this call; it went to the next rep.',
      withdrawn: 'This offer was taken back.',
    } satisfies Record<OfferOutcome, string>,
    callerLeft: (who: string) => `${who} hung up before the call was taken.`,
    takenBy: (rep: string) => `${rep} took this call.`,
    missedAlone: 'You missed this call; it waits for the next rep.',
    missedAgain: 'You missed this call; nobody else is free, so it rings for you again.',
  },
  view: {
    title: (who: string) => `Call with ${who}`,
    noCustomer: 'no customer',
    customerLinked: 'customer linked',
    talked: 'Talking time',
    waited: 'Waiting time',
    end: 'End',
    ending: 'Ending …',
    release: 'Release',
    releaseHint: 'Give the call back to the front of the queue',
    releasing: 'Releasing …',
    take: 'Take call',
    taking: 'Taking …',
    notes: 'Notes',
    offline: 'Not connected: this works again as soon as the desk is back.',
    withRep: (rep: string) => `${rep} is on this call. You can read along.`,
    wrapUpOf: (rep: string) => `${rep} is wrapping up this call.`,
    ringsFor: (rep: string) => `Ringing for ${rep}.`,
    ringsForMe: 'Ringing for you.',
    mayTake: 'Nobody is being asked for this call.',
    busy: 'You are on a call. End or release it before you take another.',
    wrapUp: 'The caller is gone. Pick how the call came out to close it.',
    somebody: 'Another rep',
  },
  ended: {
    closed: 'Closed',
    abandoned: 'The caller left before anybody took the call.',
    by: (rep: string) => `by ${rep}`,
    talked: (told: string) => `talked ${told}`,
    waited: (told: string) => `waited ${told}`,
    at: (time: string) => `ended ${time}`,
  },
  notes: {
    title: 'Notes',
    placeholder: 'Saved as you type',
    none: 'No notes on this call.',
    state: {
      untouched: '',
      saved: 'Saved',
      saving: 'Saving …',
      kept: 'Not saved: no connection. Kept on this computer.',
      refused: 'Not saved. Kept on this computer.',
      conflict: 'Two versions',
    } satisfies Record<SaveState, string>,
    conflict: 'These notes were changed elsewhere while you wrote.',
    other: 'The other version',
    otherIsEmpty: '(empty)',
    keepMine: 'Keep mine',
    takeOther: 'Take the other',
  },
  wrapUp: {
    title: 'How did the call come out?',
    left: (clock: string) => `Closes by itself in ${clock}`,
    soon: 'The wrap-up ends in 10 seconds. Pick how the call came out.',
    close: 'Close call',
    closing: 'Closing …',
    nonePicked: 'Pick how the call came out first.',
    hint: 'Digits pick, Enter closes.',
  },
  ring: {
    title: 'Ring',
    volume: 'Volume',
    muted: 'Muted',
    quiet: 'Quiet hours',
    from: 'From',
    to: 'To',
    hint: 'An offer rings softly until you answer. Notifications still appear.',
    listen: 'Listen',
  },
};
