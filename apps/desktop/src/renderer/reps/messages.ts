import type { Rep } from '@ringdesk/shared';

/** Everything that is said about presence. */
export const presenceMessages = {
  label: 'Presence',
  names: {
    available: 'Available',
    away: 'Away',
    not_responding: 'Not responding',
    offline: 'Offline',
  } satisfies Record<Rep['presence'], string>,
  work: {
    idle: '',
    offered: 'being offered a call',
    on_call: 'on a call',
    wrap_up: 'wrapping up',
  } satisfies Record<Rep['work'], string>,
  reasons: ['Break', 'Lunch', 'Meeting', 'Training'],
  breakReason: 'Break',
  awayTitle: 'Away for',
  other: 'Another reason …',
  otherTitle: 'Away',
  otherLabel: 'Reason',
  otherPlaceholder: 'Such as doctor’s appointment',
  otherMissing: 'Type a reason, at most 60 letters.',
  sayAway: 'Say away',
  close: 'Close',
  undo: 'Undo',
  loading: 'Connecting …',
  awayWith: (reason: string | null) => (reason === null ? 'Away' : reason),
  since: (told: string) => `for ${told}`,
  next: (name: string) => `After this call: ${name.toLowerCase()}`,
  notResponding: 'You missed three calls. Say Available when you are back.',
  offline: 'You are offline, so no calls are offered to you. Say Available to get them.',
} as const;
