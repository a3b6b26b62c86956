import { CallId, type CallStatus, type Frame, isOnTheLine } from '@ringdesk/shared';
import type { Line, LineCall, LineHears, Ring } from '../lines/line.ts';

/** A call as a desk would have stored it. */
export interface HeardCall {
  readonly id: CallId;
  readonly ring: Ring;
  status: CallStatus;
  readonly frames: Frame[];
}

/** The desk's side of a line, in memory: for tests of lines, which know no database. */
export interface ListeningDesk extends LineHears {
  readonly calls: HeardCall[];
  /** Everything heard, in order, one entry each: what two runs are compared by. */
  readonly log: string[];
  /** Opens a line with the calls that are still on it, and tells it what changes from now on. */
  connect(line: Line): void;
  /** The changes a rep may make. */
  claim(call: HeardCall): void;
  release(call: HeardCall): void;
  end(call: HeardCall): void;
  /** Looked at after every word, such as to claim at a certain one. */
  onWord: (call: HeardCall) => void;
  /** So many of the next rings cannot be stored. */
  refusals: number;
}

export function listeningDesk(): ListeningDesk {
  let line: Line | null = null;

  function change(call: HeardCall, status: CallStatus): void {
    call.status = status;
    line?.callChanged(asLineCall(call));
  }

  function callOf(id: CallId): HeardCall {
    const call = desk.calls.find((one) => one.id === id);
    if (call === undefined) throw new Error(`nobody rang as ${id}`);
    return call;
  }

  const desk: ListeningDesk = {
    calls: [],
    log: [],
    refusals: 0,
    onWord: () => undefined,
    connect(next) {
      line = next;
      next.open(desk, desk.calls.filter(isOnTheLine).map(asLineCall));
    },
    async rang(ring) {
      if (desk.refusals > 0) {
        desk.refusals -= 1;
        throw new Error('the database is away');
      }
      const known = desk.calls.find((one) => one.ring.externalId === ring.externalId);
      if (known !== undefined) return known.id;
      const id = CallId.parse(`call_${String(desk.calls.length + 1).padStart(8, '0')}`);
      desk.calls.push({ id, ring, status: 'waiting', frames: [] });
      desk.log.push(`rang ${id} ${ring.from} ${ring.callerName}`);
      return id;
    },
    spoke(id, frames) {
      const call = callOf(id);
      for (const frame of frames) {
        call.frames.push({ ...frame, seq: call.frames.length + 1 });
        desk.log.push(
          `${frame.at} ${id} ${frame.segment} ${frame.speaker} ${frame.text}${frame.final ? '|' : ''}`,
        );
        desk.onWord(call);
      }
    },
    async hungUp(id) {
      const call = callOf(id);
      desk.log.push(`hung up ${id}`);
      change(call, call.status === 'active' ? 'wrap_up' : 'abandoned');
    },
    claim: (call) => change(call, 'active'),
    release: (call) => change(call, 'waiting'),
    end: (call) => change(call, 'wrap_up'),
  };
  return desk;
}

function asLineCall(call: HeardCall): LineCall {
  const { id, status, frames, ring } = call;
  const lastSegment = frames.reduce((most, frame) => Math.max(most, frame.segment), 0);
  const lastTurn = frames.filter((frame) => frame.segment === lastSegment);
  const lastWords = lastTurn.map((frame) => frame.text).join('');
  return { id, externalId: ring.externalId, status, lastSeq: frames.length, lastSegment, lastWords };
}
