import { create } from 'zustand';
import { type Idle, idleAt, latestUse } from './idle.ts';
import { lockMinutesNow } from './lock-settings.store.ts';

const key = 'ringdesk.last-use';
const tickMs = 1000;
/** Windows tell each other of a use no more often than this. */
const tellMs = 5000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

const useIdleStore = create<{ readonly idle: Idle }>(() => ({ idle: { state: 'used' } }));

/** Milliseconds until this desk locks, once it has warned; null while it is in use. */
export const useLocksInMs = (): number | null =>
  useIdleStore(({ idle }) => (idle.state === 'warned' ? idle.locksInMs : null));

export interface IdleWatch {
  /** Whether a call is mine or rings for me. */
  readonly isBusy: () => boolean;
  /** Nobody came back: the desk is to be locked. */
  readonly due: () => void;
}

/** Watches whether somebody uses this computer's desk, from now on as used; returns the way to stop. */
export function watchIdle({ isBusy, due }: IdleWatch): () => void {
  let ownUseMs = Date.now();
  let toldMs = 0;

  function used(): void {
    ownUseMs = Date.now();
    if (useIdleStore.getState().idle.state === 'warned') look();
    if (ownUseMs - toldMs < tellMs) return;
    toldMs = ownUseMs;
    localStorage.setItem(key, String(ownUseMs));
  }
  function look(): void {
    const nowMs = Date.now();
    if (isBusy()) ownUseMs = nowMs;
    const lastUseMs = latestUse([ownUseMs, Number(localStorage.getItem(key)) || 0], nowMs);
    const lockAfterMs = lockMinutesNow() * 60_000;
    const idle = idleAt({ nowMs, lastUseMs, lockAfterMs, isBusy: isBusy() });
    if (idle.state !== 'used' || useIdleStore.getState().idle.state !== 'used')
      useIdleStore.setState({ idle });
    if (idle.state === 'due') due();
  }
  used();
  const ticker = setInterval(look, tickMs);
  for (const sign of signs) window.addEventListener(sign, used, { passive: true, capture: true });
  return () => {
    clearInterval(ticker);
    for (const sign of signs) window.removeEventListener(sign, used, { capture: true });
    useIdleStore.setState({ idle: { state: 'used' } });
  };
}
