import type { CallId, Frame, Output, Payload, Refusal, Result } from '@ringdesk/shared';
import { hasHole, hear, silence, type Transcript } from './transcript.ts';

/** What the desk shows of a watched call's words; `trouble` is why they are not live, null when they are. */
export interface Watched {
  readonly isLoading: boolean;
  readonly trouble: Refusal | null;
  readonly transcript: Transcript;
}

export interface WatchingPorts {
  /** Asks `transcript.watch`; no connection is a refusal, never a throw. */
  ask(input: { callId: CallId; afterSeq: number }): Promise<Result<Output<'transcript.watch'>>>;
  unwatch(callId: CallId): void;
  /** Runs once, before the next picture is drawn. */
  soon(run: () => void): void;
  /** Runs once, after a pause in which a refused question may be asked again. */
  later(run: () => void): void;
  changed(callId: CallId, watched: Watched): void;
  /** The words of a call that was left long ago are not kept any more. */
  dropped(callId: CallId): void;
}

interface Entry {
  readonly callId: CallId;
  watched: Watched;
  watchers: number;
  pending: Frame[];
  isAsking: boolean;
  mustAskAgain: boolean;
  isRetryPlanned: boolean;
}

/** Words of calls that were left stay for a quick return, as long as there are not more than these. */
const keptCalls = 8;

/** Reasons that pass by themselves. */
const passing: ReadonlySet<Refusal['code']> = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'UNEXPECTED']);

/** Keeps the words of the watched calls whole: asks for what is missing, joins live frames once a picture. */
export class Watching {
  readonly #ports: WatchingPorts;
  readonly #entries = new Map<CallId, Entry>();
  #isFlushPlanned = false;

  constructor(ports: WatchingPorts) {
    this.#ports = ports;
  }

  /** Begins to watch, or joins those who do. What it answers leaves again; the last to leave ends the watch. */
  watch(callId: CallId): () => void {
    const entry = this.#entries.get(callId) ?? fresh(callId);
    entry.watchers += 1;
    // Put at the end: the calls left longest ago are dropped first.
    this.#entries.delete(callId);
    this.#entries.set(callId, entry);
    if (entry.watchers === 1) {
      this.#show(entry, { isLoading: entry.watched.transcript === silence, trouble: null });
      void this.#catchUp(entry);
    }
    let isLeft = false;
    return () => {
      if (!isLeft) this.#leave(entry);
      isLeft = true;
    };
  }

  heard({ callId, frames }: Payload<'transcript.heard'>): void {
    const entry = this.#entries.get(callId);
    if (entry === undefined || entry.watchers === 0) return;
    entry.pending.push(...frames);
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    this.#ports.soon(() => this.#flush());
  }

  /** The desk is connected anew: the server has forgotten who watches what. */
  reconnected(): void {
    for (const entry of this.#entries.values()) void this.#catchUp(entry);
  }

  /** Asks again after trouble. */
  retry(callId: CallId): void {
    const entry = this.#entries.get(callId);
    if (entry !== undefined) void this.#catchUp(entry);
  }

  #show(entry: Entry, change: Partial<Watched>): void {
    entry.watched = { ...entry.watched, ...change };
    this.#ports.changed(entry.callId, entry.watched);
  }

  async #catchUp(entry: Entry): Promise<void> {
    if (entry.watchers === 0) return;
    if (entry.isAsking) {
      entry.mustAskAgain = true;
      return;
    }
    entry.isAsking = true;
    entry.mustAskAgain = false;
    const { callId, watched } = entry;
    const answer = await this.#ports.ask({ callId, afterSeq: watched.transcript.lastSeq });
    entry.isAsking = false;
    if (entry.watchers === 0) return;
    if (answer.ok) this.#take(entry, answer.value);
    else this.#giveWay(entry, answer.error);
    if (entry.mustAskAgain) void this.#catchUp(entry);
  }

  #take(entry: Entry, answer: Output<'transcript.watch'>): void {
    const before = entry.watched.transcript;
    const transcript = hear(before, [...answer.frames, ...entry.pending.splice(0)]);
    this.#show(entry, { transcript, isLoading: false, trouble: null });
    const isBehind = hasHole(transcript) || transcript.lastSeq < answer.nextSeq - 1;
    if (!isBehind) return;
    // An answer that brought nothing is not asked for again at once: that would be a storm of questions.
    if (transcript.lastSeq > before.lastSeq) entry.mustAskAgain = true;
    else this.#askLater(entry);
  }

  #giveWay(entry: Entry, refusal: Refusal): void {
    this.#show(entry, { isLoading: false, trouble: refusal });
    if (passing.has(refusal.code)) this.#askLater(entry);
  }

  #askLater(entry: Entry): void {
    if (entry.isRetryPlanned) return;
    entry.isRetryPlanned = true;
    this.#ports.later(() => {
      entry.isRetryPlanned = false;
      void this.#catchUp(entry);
    });
  }

  #flush(): void {
    this.#isFlushPlanned = false;
    for (const entry of this.#entries.values()) {
      if (entry.pending.length === 0 || entry.watched.isLoading) continue;
      const transcript = hear(entry.watched.transcript, entry.pending.splice(0));
      if (transcript === entry.watched.transcript) continue;
      this.#show(entry, { transcript });
      if (hasHole(transcript) && !entry.isAsking) void this.#catchUp(entry);
    }
  }

  #leave(entry: Entry): void {
    entry.watchers -= 1;
    if (entry.watchers > 0) return;
    this.#ports.unwatch(entry.callId);
    entry.pending.length = 0;
    const left = [...this.#entries.values()].filter((one) => one.watchers === 0);
    for (const { callId } of left.slice(0, Math.max(0, left.length - keptCalls))) {
      this.#entries.delete(callId);
      this.#ports.dropped(callId);
    }
  }
}

function fresh(callId: CallId): Entry {
  return {
    callId,
    watched: { isLoading: true, trouble: null, transcript: silence },
    watchers: 0,
    pending: [],
    isAsking: false,
    mustAskAgain: false,
    isRetryPlanned: false,
  };
}
