import { create } from 'zustand';
import { type LockMinutes, readLockMinutes } from './idle.ts';

const key = 'ringdesk.lock-after-minutes';

const useLockSettings = create<{ readonly minutes: LockMinutes }>(() => ({
  minutes: readLockMinutes(localStorage.getItem(key)),
}));

export const useLockMinutes = (): LockMinutes => useLockSettings((it) => it.minutes);
export const lockMinutesNow = (): LockMinutes => useLockSettings.getState().minutes;

/** How long this computer's desk may be left alone; kept here, for every window. */
export function setLockMinutes(minutes: LockMinutes): void {
  localStorage.setItem(key, String(minutes));
  useLockSettings.setState({ minutes });
}

// Another window of this computer changed it.
window.addEventListener('storage', (event) => {
  if (event.key === key) useLockSettings.setState({ minutes: readLockMinutes(event.newValue) });
});
