import {
  becomeIdle,
  type CallState,
  callRules,
  isFit,
  missOffer,
  type PresenceWish,
  type RepState,
  type Result,
  type UserId,
  wishPresence,
} from '@ringdesk/shared';
import { testRouting } from './floor.ts';

/** A call in the model; times in milliseconds. */
interface ModelCall {
  readonly name: string;
  state: CallState;
  offerEndsMs: number;
  wrapUpEndsMs: number;
  /** How often each rep was asked or gave it back, and until when they are left in peace. */
  readonly asked: Map<UserId, number>;
  readonly restsUntilMs: Map<UserId, number>;
  returnedBy: UserId | null;
}

interface ModelRep {
  readonly id: UserId;
  state: RepState;
  lastOfferedMs: number;
  goneAtMs: number | null;
}

const restMs = 5_000;

/** The floor in a page: the rules of the shared package, and the order of routing in plain words. */
export class DeskModel {
  nowMs: number;
  /** In the order in which they rang. */
  readonly calls: ModelCall[] = [];
  readonly reps: ModelRep[];

  constructor(startMs: number, reps: readonly UserId[]) {
    this.nowMs = startMs;
    this.reps = reps.map((id) => ({
      id,
      lastOfferedMs: Number.NEGATIVE_INFINITY,
      goneAtMs: null,
      state: { presence: 'available', awayReason: null, work: 'idle', next: null, missesInARow: 0 },
    }));
  }

  ring(name: string): void {
    this.calls.push({
      name,
      state: { status: 'waiting' },
      offerEndsMs: 0,
      wrapUpEndsMs: 0,
      asked: new Map(),
      restsUntilMs: new Map(),
      returnedBy: null,
    });
  }

  claim(call: ModelCall, rep: ModelRep): Result<CallState> {
    const own = call.state.status === 'active' && call.state.repId === rep.id;
    const result = callRules.claim(call.state, { id: rep.id, holdsActiveCall: this.holds(rep, 'active') });
    if (!result.ok || own) return result;
    for (const other of this.calls) if (other !== call) this.endOffer(other, rep);
    if (call.state.status === 'offered') this.count(call, rep);
    call.state = result.value;
    rep.state = { ...rep.state, work: 'on_call', missesInARow: 0 };
    return result;
  }

  decline(call: ModelCall, rep: ModelRep): Result<CallState> {
    const result = this.endOffer(call, rep);
    if (!result.ok) return result;
    this.count(call, rep);
    call.restsUntilMs.set(rep.id, this.nowMs + restMs);
    rep.state = { ...rep.state, missesInARow: 0 };
    return result;
  }

  release(call: ModelCall, rep: ModelRep): Result<CallState> {
    const result = callRules.release(call.state, rep.id);
    if (!result.ok) return result;
    this.giveBack(call, rep, result.value);
    this.settle(rep);
    return result;
  }

  end(call: ModelCall, rep: ModelRep): Result<CallState> {
    const result = callRules.end(call.state, rep.id);
    if (result.ok) this.beginWrapUp(call, rep, result.value);
    return result;
  }

  wrapUp(call: ModelCall, rep: ModelRep): Result<CallState> {
    const result = callRules.wrapUp(call.state, rep.id);
    if (!result.ok) return result;
    call.state = result.value;
    this.settle(rep);
    return result;
  }

  hangUp(call: ModelCall): boolean {
    const before = call.state;
    const result = callRules.hangUp(before);
    if (!result.ok) return false;
    if (before.status === 'active') this.beginWrapUp(call, this.rep(before.repId), result.value);
    if (before.status === 'offered') this.endOffer(call, this.rep(before.offeredTo));
    if (before.status !== 'active') call.state = result.value;
    return true;
  }

  wish(rep: ModelRep, wish: PresenceWish): void {
    rep.state = wishPresence(rep.state, wish);
    if (rep.state.presence !== 'available') this.withdraw(rep);
  }

  vanish(rep: ModelRep): void {
    rep.goneAtMs = this.nowMs;
    this.withdraw(rep);
  }

  returns(rep: ModelRep): void {
    rep.goneAtMs = null;
  }

  /** What the server does each second. */
  sweep(): void {
    for (const rep of this.reps) this.sweepRep(rep);
    for (const call of this.calls) {
      const { state } = call;
      if (state.status === 'offered' && call.offerEndsMs <= this.nowMs)
        this.miss(call, this.rep(state.offeredTo));
      if (state.status !== 'wrap_up' || call.wrapUpEndsMs > this.nowMs) continue;
      call.state = { status: 'closed', repId: state.repId };
      this.settle(this.rep(state.repId));
    }
    this.route();
  }

  /** Oldest caller first; of the fit reps the one asked least often for this call, then longest ago for any. */
  route(): void {
    for (const call of this.calls) {
      if (call.state.status !== 'waiting') continue;
      const [next] = this.reps
        .filter((rep) => isFit(rep.state) && rep.goneAtMs === null && !this.rests(call, rep))
        .sort(
          (a, b) =>
            this.timesAsked(call, a) - this.timesAsked(call, b) ||
            compare(a.lastOfferedMs, b.lastOfferedMs) ||
            compare(a.id, b.id),
        );
      if (next === undefined) continue;
      const offered = callRules.offer(call.state, next.id);
      if (!offered.ok) throw new Error('a waiting call can be offered');
      call.state = offered.value;
      call.offerEndsMs = this.nowMs + testRouting.offerSeconds * 1000;
      next.lastOfferedMs = this.nowMs;
      next.state = { ...next.state, work: 'offered' };
    }
  }

  private sweepRep(rep: ModelRep): void {
    if (rep.goneAtMs === null || rep.goneAtMs > this.nowMs - testRouting.vanishedSeconds * 1000) return;
    rep.state = { ...rep.state, presence: 'offline', awayReason: null, next: null };
    for (const call of this.calls) {
      const left = callRules.release(call.state, rep.id);
      if (!left.ok) continue;
      this.giveBack(call, rep, left.value);
      this.settle(rep);
    }
  }

  private miss(call: ModelCall, rep: ModelRep): void {
    this.endOffer(call, rep);
    this.count(call, rep);
    rep.state = missOffer(rep.state);
  }

  private endOffer(call: ModelCall, rep: ModelRep): Result<CallState> {
    const result = callRules.endOffer(call.state, rep.id);
    if (!result.ok) return result;
    call.state = result.value;
    rep.state = { ...rep.state, work: 'idle' };
    return result;
  }

  private withdraw(rep: ModelRep): void {
    for (const call of this.calls) this.endOffer(call, rep);
  }

  private beginWrapUp(call: ModelCall, rep: ModelRep, state: CallState): void {
    call.state = state;
    call.wrapUpEndsMs = this.nowMs + testRouting.wrapUpSeconds * 1000;
    rep.state = { ...rep.state, work: 'wrap_up' };
  }

  private giveBack(call: ModelCall, rep: ModelRep, state: CallState): void {
    call.state = state;
    call.returnedBy = rep.id;
    call.restsUntilMs.set(rep.id, Math.max(this.nowMs + restMs, call.restsUntilMs.get(rep.id) ?? 0));
  }

  private settle(rep: ModelRep): void {
    if (this.holds(rep, 'active')) rep.state = { ...rep.state, work: 'on_call' };
    else if (this.holds(rep, 'wrap_up')) rep.state = { ...rep.state, work: 'wrap_up' };
    else rep.state = becomeIdle(rep.state);
  }

  private holds(rep: ModelRep, status: 'active' | 'wrap_up'): boolean {
    return this.calls.some(({ state }) => state.status === status && state.repId === rep.id);
  }

  private count(call: ModelCall, rep: ModelRep): void {
    call.asked.set(rep.id, (call.asked.get(rep.id) ?? 0) + 1);
  }

  private timesAsked(call: ModelCall, rep: ModelRep): number {
    return (call.asked.get(rep.id) ?? 0) + (call.returnedBy === rep.id ? 1 : 0);
  }

  private rests(call: ModelCall, rep: ModelRep): boolean {
    return (call.restsUntilMs.get(rep.id) ?? 0) > this.nowMs;
  }

  private rep(id: UserId): ModelRep {
    const rep = this.reps.find((one) => one.id === id);
    if (rep === undefined) throw new Error(`nobody is ${id}`);
    return rep;
  }
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
