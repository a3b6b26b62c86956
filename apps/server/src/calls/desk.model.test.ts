import type { CallId, Result, UserId } from '@ringdesk/shared';
import { stateOf } from '@ringdesk/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { findAll as findReps, setPresence } from '../reps/store.ts';
import { DeskModel } from '../testing/desk-model.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { findAll as findCalls } from './calls.store.ts';
import { claimCall } from './claim-call.ts';
import { declineCall } from './decline-call.ts';
import { endCall } from './end-call.ts';
import { hangUpCall } from './hang-up-call.ts';
import { releaseCall } from './release-call.ts';
import { withdrawOffers } from './withdraw-offers.ts';
import { wrapUpCall } from './wrap-up-call.ts';

const runs = Number(process.env['MODEL_RUNS'] ?? 100);
const commandsARun = Number(process.env['MODEL_COMMANDS'] ?? 30);
const mostCalls = 5;
const mostMs = runs * commandsARun * 100;

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

interface Real {
  readonly calls: Map<string, CallId>;
}
type Call = DeskModel['calls'][number];
type Rep = DeskModel['reps'][number];
type Verb = 'claim' | 'decline' | 'release' | 'end' | 'wrapUp';

const verbs: Record<Verb, (callId: CallId, repId: UserId) => Promise<Result<unknown>>> = {
  claim: (callId, repId) => claimCall(floor.app, { callId, repId }),
  decline: (callId, repId) => declineCall(floor.app, { callId, repId }),
  release: (callId, repId) => releaseCall(floor.app, { callId, repId }),
  end: (callId, repId) => endCall(floor.app, { callId, repId }),
  wrapUp: (callId, repId) => wrapUpCall(floor.app, { callId, repId, disposition: 'spam', notes: null }),
};

/** A step on the model and on the server; afterwards both are routed and must be the same. */
abstract class Step implements fc.AsyncCommand<DeskModel, Real> {
  check(_model: Readonly<DeskModel>): boolean {
    return true;
  }
  async run(model: DeskModel, real: Real): Promise<void> {
    await floor.clock.advance(1);
    model.nowMs = floor.clock.nowMs();
    await this.act(model, real);
    await floor.route();
    model.route();
    await compare(model, real);
  }
  abstract act(model: DeskModel, real: Real): Promise<void>;
  abstract toString(): string;
}

class Ring extends Step {
  override check = (model: Readonly<DeskModel>) =>
    model.calls.filter(({ state }) => !['closed', 'abandoned'].includes(state.status)).length < mostCalls;
  async act(model: DeskModel, real: Real) {
    const name = `call ${model.calls.length + 1}`;
    real.calls.set(name, await floor.ring());
    model.nowMs = floor.clock.nowMs();
    model.ring(name);
  }
  toString = () => 'ring';
}

/** A step of one rep. */
abstract class OfRep extends Step {
  readonly who: number;
  constructor(who: number) {
    super();
    this.who = who;
  }
  rep = (model: Readonly<DeskModel>): Rep => pick(model.reps, this.who);
  override check(model: Readonly<DeskModel>): boolean {
    return this.rep(model).goneAtMs === null;
  }
}

class Ask extends OfRep {
  readonly verb: Verb;
  readonly which: number;
  constructor(verb: Verb, who: number, which: number) {
    super(who);
    this.verb = verb;
    this.which = which;
  }
  override check = (model: Readonly<DeskModel>) => model.calls.length > 0 && super.check(model);
  async act(model: DeskModel, real: Real) {
    const rep = this.rep(model);
    const call = concerning(model, rep, this.which) ?? likely(model, this.which);
    const expected = model[this.verb](call, rep);
    const answer = await verbs[this.verb](idOf(real, call), rep.id);
    expect(answer.ok ? 'ok' : answer.error.code).toBe(expected.ok ? 'ok' : expected.error.code);
  }
  toString = () => `rep ${this.who} ${this.verb} ${this.which}`;
}

class HangUp extends Step {
  readonly which: number;
  constructor(which: number) {
    super();
    this.which = which;
  }
  override check = (model: Readonly<DeskModel>) => model.calls.length > 0;
  async act(model: DeskModel, real: Real) {
    const call = likely(model, this.which);
    expect(await hangUpCall(floor.app, idOf(real, call))).toBe(model.hangUp(call));
  }
  toString = () => `hang up ${this.which}`;
}

class Wish extends OfRep {
  readonly reason: string | null;
  constructor(who: number, reason: string | null) {
    super(who);
    this.reason = reason;
  }
  async act(model: DeskModel) {
    const wish = { presence: this.reason === null ? 'available' : 'away', reason: this.reason } as const;
    const rep = this.rep(model);
    model.wish(rep, wish);
    const stored = await setPresence(floor.db, rep.id, wish);
    if (stored?.presence !== 'available') await withdrawOffers(floor.app, rep.id);
  }
  toString = () => `rep ${this.who} is ${this.reason ?? 'available'}`;
}

class Vanish extends OfRep {
  async act(model: DeskModel) {
    const rep = this.rep(model);
    model.vanish(rep);
    await floor.vanish(rep.id);
    await withdrawOffers(floor.app, rep.id);
  }
  toString = () => `rep ${this.who} vanishes`;
}

class Return extends OfRep {
  override check = (model: Readonly<DeskModel>) => this.rep(model).goneAtMs !== null;
  async act(model: DeskModel) {
    const rep = this.rep(model);
    model.returns(rep);
    await floor.returns(rep.id);
  }
  toString = () => `rep ${this.who} returns`;
}

class Pass extends Step {
  readonly seconds: number;
  constructor(seconds: number) {
    super();
    this.seconds = seconds;
  }
  async act(model: DeskModel) {
    await floor.pass(this.seconds);
    model.nowMs = floor.clock.nowMs();
    model.sweep();
  }
  toString = () => `${this.seconds} s pass`;
}

const who = fc.nat(2);
const which = fc.nat(4);
const reason = fc.constantFrom(null, 'lunch', 'training');
const commands = [
  fc.constant(new Ring()),
  fc.constant(new Ring()),
  fc.tuple(who, which).map(([rep, call]) => new Ask('claim', rep, call)),
  fc.tuple(who, which).map(([rep, call]) => new Ask('claim', rep, call)),
  fc.tuple(who, which).map(([rep, call]) => new Ask('decline', rep, call)),
  fc.tuple(who, which).map(([rep, call]) => new Ask('release', rep, call)),
  fc.tuple(who, which).map(([rep, call]) => new Ask('end', rep, call)),
  fc.tuple(who, which).map(([rep, call]) => new Ask('wrapUp', rep, call)),
  which.map((call) => new HangUp(call)),
  fc.tuple(who, reason).map(([rep, why]) => new Wish(rep, why)),
  who.map((rep) => new Vanish(rep)),
  who.map((rep) => new Return(rep)),
  fc.constantFrom(1, 4, 5, 15, 15, 60).map((seconds) => new Pass(seconds)),
];

describe('three reps and a few calls', () => {
  test(
    `do in ${runs} random stories of up to ${commandsARun} steps what the rules say, and break no rule that never bends`,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(commands, { maxCommands: commandsARun, size: 'max' }), async (story) => {
          await floor.clear();
          const reps = [await floor.rep('Ana'), await floor.rep('Bo'), await floor.rep('Cy')];
          const setup = () => ({
            model: new DeskModel(floor.clock.nowMs(), reps),
            real: { calls: new Map() },
          });
          await fc.asyncModelRun(setup, story);
        }),
        // A failure prints its seed, path and steps; put them here to see it again.
        { numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: mostMs, markInterruptAsFailure: true },
      );
    },
    mostMs + 20_000,
  );
});

/** Everything that both know must be equal; and the rules that never bend are looked at in the database itself. */
async function compare(model: DeskModel, real: Real): Promise<void> {
  const calls = await findCalls(floor.db, [...real.calls.values()]);
  for (const call of model.calls) {
    const stored = calls.get(idOf(real, call));
    expect(stored && stateOf(stored), call.name).toEqual(call.state);
  }
  const reps = await findReps(
    floor.db,
    model.reps.map(({ id }) => id),
  );
  for (const { id, state, goneAtMs } of model.reps) {
    expect(reps.find((rep) => rep.id === id)).toMatchObject({
      presence: state.presence,
      reason: state.awayReason,
      work: state.work,
      nextPresence: state.next?.presence ?? null,
      nextReason: state.next?.reason ?? null,
      missesInARow: state.missesInARow,
      isConnected: goneAtMs === null,
    });
  }
  const broken = await floor.db.rows(sql`
    SELECT 'two ring for one rep' AS rule FROM offers WHERE outcome IS NULL GROUP BY rep_id HAVING count(*) > 1
    UNION ALL SELECT 'two ring for one call' FROM offers WHERE outcome IS NULL GROUP BY call_id HAVING count(*) > 1
    UNION ALL SELECT 'two active calls of one rep' FROM calls WHERE status = 'active' GROUP BY rep_id HAVING count(*) > 1
    UNION ALL SELECT 'a ring without its offer' FROM calls c WHERE c.status = 'offered' AND NOT EXISTS (
      SELECT FROM offers o WHERE o.call_id = c.id AND o.rep_id = c.offered_to AND o.outcome IS NULL)
    UNION ALL SELECT 'an offer without its ring' FROM offers o JOIN calls c ON c.id = o.call_id
      WHERE o.outcome IS NULL AND c.status <> 'offered'`);
  expect(broken).toEqual([]);
}

/** More often than not a rep does something with a call that is the rep's own. */
function concerning(model: DeskModel, rep: Rep, which: number): Call | undefined {
  if (which > 2) return undefined;
  return model.calls.find(({ state }) => {
    if (state.status === 'offered') return state.offeredTo === rep.id;
    return (state.status === 'active' || state.status === 'wrap_up') && state.repId === rep.id;
  });
}

/** The newest calls are the interesting ones. */
function likely(model: DeskModel, which: number): Call {
  return pick([...model.calls].reverse(), which % Math.min(model.calls.length, 5));
}

function pick<Value>(from: readonly Value[], place: number): Value {
  const value = from[place % from.length];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
}

function idOf(real: Real, call: Call): CallId {
  const id = real.calls.get(call.name);
  if (id === undefined) throw new Error(`${call.name} never rang`);
  return id;
}
