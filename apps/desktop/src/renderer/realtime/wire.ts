import type { EventName, Refusal } from '@ringdesk/shared';

/** What a wire says of itself and of the server. */
export interface WireHears {
  /** The server let this desk in. */
  opened(): void;
  /** The connection is gone, or could not be made. */
  lost(): void;
  /** The server answered and said no; null when it did not say why. */
  turnedAway(refusal: Refusal | null): void;
  told(event: EventName, payload: unknown): void;
}

/** A connection to the desk's namespace that never reconnects by itself. The desk client decides when. */
export interface Wire {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
  /** Resolves with the raw answer; rejects when none came within `timeoutMs` or the connection went away meanwhile. */
  ask(name: string, input: unknown, timeoutMs: number): Promise<unknown>;
}

/** Makes a wire to a server; `token` is asked at every attempt, so that each one carries a fresh token. */
export type MakeWire = (to: {
  readonly url: string;
  readonly token: () => Promise<string | null>;
  readonly hears: WireHears;
}) => Wire;
