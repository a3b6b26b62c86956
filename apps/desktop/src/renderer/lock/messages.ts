import type { LockMinutes } from './idle.ts';

/** What the lock of the desk says. */
export const lockMessages = {
  title: 'This desk is locked',
  whose: (name: string) => `Signed in as ${name}`,
  code: 'Code of your authenticator',
  codeHint: 'Six digits. The desk opens where you left it.',
  demoHint: 'Demo people have no authenticator: one click opens the desk where it was left.',
  unlock: 'Unlock',
  unlocking: 'Opening …',
  recovery: 'No authenticator at hand?',
  recoveryRemedy: 'Sign out, then sign in with your password and a recovery code.',
  somebodyElse: 'Sign out and sign in as somebody else',
  away: 'The server cannot be reached. The desk stays locked until it answers.',
  warningTitle: (left: string) => `This desk locks in ${left}`,
  warning:
    'Nobody has used it for a while. A locked desk is not connected: you count as offline and are offered no call.',
  stay: 'Move the mouse or press a key to stay.',
  warned: 'This desk locks in a minute. Press any key to stay.',
  after: 'Lock this desk after',
  minutes: (minutes: LockMinutes) => (minutes === 60 ? '1 hour' : `${minutes} minutes`),
  afterHint: 'Without a touch or a key, on this computer. Never while you are on a call.',
} as const;
