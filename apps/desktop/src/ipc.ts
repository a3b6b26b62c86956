/** What the desktop app offers its renderer, and nothing else. The browser has its own implementation of the same members. */
export interface Bridge {
  readonly kind: 'desktop' | 'browser';
  /** Origin of the server, such as `http://127.0.0.1:4400`. */
  serverUrl(): Promise<string>;
  /** Shows a notification of the operating system; resolves when it was handed over. */
  notify(note: { readonly title: string; readonly body: string }): Promise<void>;
  /** Asks for attention (taskbar flash, dock bounce) or stops asking. */
  seekAttention(isSought: boolean): Promise<void>;
  /** Shows how many calls wait on the app's icon; 0 clears it. */
  setBadge(count: number): Promise<void>;
}

/** Channel names, one for each member that crosses the process border. */
export const channels = {
  serverUrl: 'desk:server-url',
  notify: 'desk:notify',
  seekAttention: 'desk:seek-attention',
  setBadge: 'desk:set-badge',
} as const satisfies Record<Exclude<keyof Bridge, 'kind'>, `desk:${string}`>;
