import { vi } from 'vitest';
import type { DesktopBridge } from '../../ipc.ts';

/** A shelf like localStorage, kept for as long as the browser or the tab is. */
class FakeStorage implements Storage {
  readonly #kept = new Map<string, string>();
  [name: string]: unknown;

  get length(): number {
    return this.#kept.size;
  }
  key(index: number): string | null {
    return [...this.#kept.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }
  removeItem(key: string): void {
    this.#kept.delete(key);
  }
  clear(): void {
    this.#kept.clear();
  }
  /** Everything that lies there, as one text. */
  get words(): string {
    return JSON.stringify([...this.#kept]);
  }
}

/** Speaks to nobody: each test has one window. */
class FakeChannel {
  postMessage(): void {}
  addEventListener(): void {}
}

export interface FakeBrowser {
  readonly local: FakeStorage;
  readonly tab: FakeStorage;
}

/** As much of a browser as sessions need; with `ringdesk` it is the desktop app's. */
export function fakeBrowser(ringdesk?: DesktopBridge): FakeBrowser {
  const browser = { local: new FakeStorage(), tab: new FakeStorage() };
  vi.stubGlobal('window', { ringdesk, location: { origin: 'http://desk.test' } });
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('localStorage', browser.local);
  vi.stubGlobal('sessionStorage', browser.tab);
  return browser;
}
