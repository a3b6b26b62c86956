import type { Answer, HttpOperationName, Session } from '@ringdesk/shared';

/** The operations that begin a session; the desktop app asks them itself, because their answers hold a refresh token. */
export type BeginsSession = Extract<HttpOperationName, 'auth.verify-sign-in' | 'totp.confirm' | 'auth.demo'>;

/** What the desktop app is to ask for: `bearer` is the step token of this one request. */
interface SessionWish {
  readonly operation: BeginsSession;
  readonly bearer: string | null;
  readonly input: unknown;
}

/** What the machine offers the desk, in the app and in a browser. */
interface Machine {
  /** Origin of the server, such as `http://127.0.0.1:4400`. */
  serverUrl(): Promise<string>;
  /** Shows a notification of the operating system; resolves when it was handed over. */
  notify(note: { readonly title: string; readonly body: string }): Promise<void>;
  /** Asks for attention (taskbar flash, dock bounce) or stops asking. */
  seekAttention(isSought: boolean): Promise<void>;
  /** Shows how many calls wait on the app's icon; 0 clears it. */
  setBadge(count: number): Promise<void>;
}

/** What the desktop app offers its renderer, and nothing else. Refresh tokens never cross: the app keeps them. */
export interface DesktopBridge extends Machine {
  readonly kind: 'desktop';
  /** Begins a session and keeps it; the answer is the operation's own, with null for the refresh token. */
  beginSession(wish: SessionWish): Promise<Answer<unknown>>;
  /** A fresh access token of the kept session; null when none is kept. A session that is over is forgotten. */
  renewSession(): Promise<Answer<Session> | null>;
  /** Forgets the session on this machine. */
  endSession(): Promise<void>;
  /** Whether the session outlives the app: only where the system has a keychain. */
  keepsSession(): Promise<boolean>;
}

/** A browser keeps sessions by itself, in cookies. */
interface BrowserBridge extends Machine {
  readonly kind: 'browser';
}

export type Bridge = DesktopBridge | BrowserBridge;

/** Channel names, one for each member that crosses the process border. */
export const channels = {
  serverUrl: 'desk:server-url',
  notify: 'desk:notify',
  seekAttention: 'desk:seek-attention',
  setBadge: 'desk:set-badge',
  beginSession: 'desk:begin-session',
  renewSession: 'desk:renew-session',
  endSession: 'desk:end-session',
  keepsSession: 'desk:keeps-session',
} as const satisfies Record<Exclude<keyof DesktopBridge, 'kind'>, `desk:${string}`>;
