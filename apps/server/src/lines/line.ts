import type { CallId, CallStatus, SpokenFrame } from '@ringdesk/shared';

/** A caller who starts to ring. `externalId` is the line's own name for the call: the same one twice is the same call. */
export interface Ring {
  readonly externalId: string;
  readonly from: string;
  readonly callerName: string | null;
  readonly priority?: number;
}

/** What a line is told of one of its calls, after the change is committed; repeats are harmless. */
export interface LineCall {
  readonly id: CallId;
  readonly externalId: string;
  readonly status: CallStatus;
  readonly lastSeq: number;
  readonly lastSegment: number;
  /** What is stored of turn `lastSegment`. Given with unfinished calls, it lets a line go on at the very next word. */
  readonly lastWords?: string;
}

/** What a line says to the desk. All three may be called at any time after `open`. */
export interface LineHears {
  /** The caller rings: stored and waiting when the promise resolves. */
  rang(ring: Ring): Promise<CallId>;
  /** Words were spoken. Returns at once; they are stored in batches and told after that, in this order. */
  spoke(callId: CallId, frames: readonly SpokenFrame[]): void;
  /** The caller left. Words given before are stored first. */
  hungUp(callId: CallId): Promise<void>;
}

/**
 * Where calls come from. The app opens each line once at the start, with the calls of this line that an earlier process
 * left unfinished; tells it every committed change of its calls (a rep claimed: answer them; released: wait again;
 * ended: hang up); and closes it before the database goes away. A line never throws out of these members.
 */
export interface Line {
  /** Stored with each call, such as `simulator`. */
  readonly name: string;
  open(hears: LineHears, unfinished: readonly LineCall[]): void;
  callChanged(call: LineCall): void;
  /** Stops speaking; resolves when nothing more will be said. Calls stay open: another process may go on with them. */
  close(): Promise<void>;
}
