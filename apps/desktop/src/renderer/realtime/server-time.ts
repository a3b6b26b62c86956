import { useSyncExternalStore } from 'react';

let offsetMs = 0;

/** Keeps how far this machine's clock is off. `atMs` is the desk's own time in the middle of the question. */
export function noteServerTime(serverNow: string, atMs: number): void {
  offsetMs = Math.round(Date.parse(serverNow) - atMs);
}

/** The server’s time in whole milliseconds since the epoch: what every waiting time and countdown is measured with. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}

const watchers = new Set<() => void>();
let second = Math.floor(Date.now() / 1000);
let ticker: ReturnType<typeof setInterval> | null = null;

function tick(): void {
  second = Math.floor(serverNowMs() / 1000);
  for (const watcher of watchers) watcher();
}

function watchSeconds(watcher: () => void): () => void {
  watchers.add(watcher);
  if (ticker === null) {
    second = Math.floor(serverNowMs() / 1000);
    ticker = setInterval(tick, 1000);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0 || ticker === null) return;
    clearInterval(ticker);
    ticker = null;
  };
}

/** The server's time in whole seconds, as milliseconds; one ticker drives every time on the screen. */
export function useServerSecond(): number {
  return useSyncExternalStore(watchSeconds, () => second) * 1000;
}

/** The server's time in whole minutes, as milliseconds: for what says "5 min ago" in many rows. */
export function useServerMinute(): number {
  return useSyncExternalStore(watchSeconds, () => Math.floor(second / 60)) * 60_000;
}
