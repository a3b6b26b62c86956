import { newId, type UserId } from '@ringdesk/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { RefreshModel } from '../testing/refresh-model.ts';
import { testSecret } from '../testing/test-server.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { refreshSession } from './refresh-session.ts';
import { hashOf } from './refresh-token.ts';
import { endSession } from './sessions.store.ts';
import { beginSession } from './sessions.ts';
import { createTokens } from './tokens.ts';

const runs = Number(process.env['MODEL_RUNS'] ?? 60);
const commandsARun = Number(process.env['MODEL_COMMANDS'] ?? 40);
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000);
const minuteMs = 60_000;

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 8 });
});
afterAll(() => floor.close());

const from = { address: '203.0.113.7', device: 'Firefox' };
const app = () => ({ ...floor.app, tokens: createTokens(testSecret) });

interface Real {
  readonly userId: UserId;
  /** In the order of their making, as the model counts them. */
  readonly tokens: string[];
}
type Step = fc.AsyncCommand<RefreshModel, Real>;

/** Uses a token on both; twice at the same moment when `times` is two. What is new is noted. */
async function use(model: RefreshModel, real: Real, { which, times = 1 }: { which: number; times?: number }) {
  const expected = model.use(which);
  const answers = await Promise.all(
    Array.from({ length: times }, () => refreshSession(app(), real.tokens[which] ?? '', from)),
  );
  for (const answer of answers) {
    const got = answer.ok ? (answer.value.refreshToken ?? '') : answer.error.code;
    if (typeof expected !== 'string') real.tokens[expected.token] ??= got;
    expect(got).toBe(typeof expected === 'string' ? expected : real.tokens[expected.token]);
  }
  await compare(model, real);
  return expected;
}

/** The database and the model agree on what still leads on, and on how often an alarm was given. */
async function compare(model: RefreshModel, real: Real): Promise<void> {
  const tips = await floor.db.rows<{ hash: string }>(
    sql`SELECT hash FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE s.user_id = ${real.userId} AND spent_at IS NULL`,
  );
  expect(tips.map(({ hash }) => hash)).toEqual(model.tips().map((tip) => hashOf(real.tokens[tip] ?? '')));
  const alarms = await floor.db.rows(
    sql`SELECT id FROM audit_entries WHERE user_id = ${real.userId} AND event = 'session.reused'`,
  );
  expect(alarms).toHaveLength(model.endedBy === 'reuse' ? 1 : 0);
}

/** A step with a name, for the report of a run that failed. */
const step = (
  name: string,
  run: Step['run'],
  check: (model: RefreshModel) => boolean = () => true,
): Step => ({
  check,
  run,
  toString: () => name,
});

const steps = [
  fc.constant(
    step('refresh', async (model, real) => {
      const next = await use(model, real, { which: model.held });
      if (typeof next !== 'string') model.held = next.token;
    }),
  ),
  fc.constant(
    step(
      'refresh, and lose the answer',
      async (model, real) => void (await use(model, real, { which: model.held })),
    ),
  ),
  fc.constant(
    step('refresh from two windows', async (model, real) => {
      const next = await use(model, real, { which: model.held, times: 2 });
      if (typeof next !== 'string') model.held = next.token;
    }),
  ),
  fc.nat(30).map((back) =>
    step(`replay ${back} back`, async (model, real) => {
      await use(model, real, { which: Math.max(0, model.tokens.length - 1 - back) });
    }),
  ),
  fc.constant(
    step('log out', async (model, real) => {
      const [session] = await floor.db.rows<{ id: string }>(
        sql`SELECT id FROM sessions WHERE user_id = ${real.userId}`,
      );
      await endSession(floor.db, { id: session?.id as never, userId: real.userId, why: 'signed out' });
      model.end();
    }),
  ),
  fc.constant(
    step(
      'reset the password',
      async (model, real) => {
        await endSessionsOf(floor.db, real.userId, { why: 'password reset' });
        model.end();
      },
      (model) => model.isLive(),
    ),
  ),
  fc.boolean().map((isDisabled) =>
    step(isDisabled ? 'disable' : 'enable', async (model, real) => {
      await floor.db.rows(
        sql`UPDATE users SET disabled_at = CASE WHEN ${isDisabled}::boolean THEN desk_now() END WHERE id = ${real.userId}`,
      );
      model.isDisabled = isDisabled;
    }),
  ),
  fc
    .constantFrom(1, 5_000, 9_999, 10_000, minuteMs, 10 * minuteMs, 11 * 60 * minuteMs, 12 * 60 * minuteMs)
    .map((ms) =>
      step(`${ms} ms pass`, async (model) => {
        await floor.clock.advance(ms);
        model.nowMs = floor.clock.nowMs();
      }),
    ),
];
/** Most steps are ordinary life; what ends a session is seldom, so that there is a session to try things on. */
const weighted = fc.oneof(
  ...steps.map((arbitrary, i) => ({ arbitrary, weight: [6, 3, 2, 4, 1, 1, 1, 8][i] ?? 1 })),
);

test(
  `refresh tokens of a session do in ${runs} random histories what a page of rules says (seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(weighted, { minLength: 5, maxLength: commandsARun, size: 'max' }),
        async (commands) => {
          const user = await somebody();
          const { refreshToken } = await beginSession(app(), user, from);
          const model = new RefreshModel(floor.clock.nowMs());
          const real: Real = { userId: user.id, tokens: [refreshToken ?? ''] };
          for (const command of commands) if (command.check(model)) await command.run(model, real);
        },
      ),
      { numRuns: runs, seed },
    );
  },
  runs * commandsARun * 60 + 20_000,
);

async function somebody() {
  const id = newId.user({ nowMs: floor.clock.nowMs, random: Math.random });
  await floor.db.rows(
    sql`INSERT INTO users (id, name, email, role) VALUES (${id}, 'Dana', ${`${id}@example.com`}, 'rep')`,
  );
  return { id, name: 'Dana', email: `${id}@example.com`, role: 'rep' } as const;
}
