import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missedBy } from './boundaries.ts';
import { type Breach, cruiseTree, directions } from './cruise.ts';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const s = 'packages/shared/src';
const v = 'apps/server/src';
const d = 'apps/desktop/src';
const r = `${d}/renderer`;

/** What the planted files import: a small house in which nothing is wrong. */
const house = [
  ...['kernel/ids', 'calls/call', 'reps/presence', 'contract', 'desk', 'index'].map((it) => `${s}/${it}.ts`),
  ...['auth', 'customers', 'calls', 'jobs', 'transcripts', 'wallboard', 'lines'].map(
    (it) => `${v}/${it}/verb.ts`,
  ),
  ...['calls/store', 'lines/twilio.adapter', 'lines/replay/replayed-line', 'edge/http'].map(
    (it) => `${v}/${it}.ts`,
  ),
  ...['simulator/simulated-line', 'database/prisma', 'generated/client', 'testing/builder'].map(
    (it) => `${v}/${it}.ts`,
  ),
  ...['ipc', 'main/window', 'preload/index', 'renderer/ui/Button', 'renderer/calls/desk'].map(
    (it) => `${d}/${it}.ts`,
  ),
  ...['renderer/reps/rep', 'renderer/realtime/link', 'renderer/app/boot'].map((it) => `${d}/${it}.ts`),
];
const packages = [
  'zod',
  'fastify',
  'socket.io',
  'socket.io-client',
  'pino',
  'pg',
  '@prisma/client',
  'electron',
];
const testTools = ['vitest', 'fast-check', 'react'];

/** Who imports what, and the rules that must speak: none means that the way is open. */
const rows: readonly (readonly [from: string, to: string, ...rules: string[]])[] = [
  [`${s}/calls/a.ts`, 'zod'],
  [`${s}/calls/b.ts`, 'fastify', 'shared-imports-zod-only'],
  [`${s}/calls/c.ts`, 'node:fs', 'shared-imports-zod-only'],
  [`${s}/calls/d.ts`, `${v}/calls/verb.ts`, 'shared-imports-zod-only'],
  [`${s}/calls/e.test.ts`, 'fast-check'],
  [`${s}/calls/f.test.ts`, 'node:fs', 'shared-tests-stay-neutral'],
  [`${s}/calls/g.ts`, `${s}/kernel/ids.ts`],
  [`${s}/calls/h.ts`, `${s}/reps/presence.ts`, 'shared-features-know-no-sister'],
  [`${s}/calls/i.ts`, `${s}/desk.ts`, 'shared-features-know-no-sister'],
  [`${s}/kernel/j.ts`, `${s}/calls/call.ts`, 'shared-features-know-no-sister'],
  [`${s}/desk-again.ts`, `${s}/calls/call.ts`],

  [`${v}/gossip/a.ts`, `${s}/index.ts`, 'server-feature-has-its-place'],
  [`${v}/auth/a.ts`, `${v}/customers/verb.ts`, 'server-looks-down-from-auth'],
  [`${v}/reps/a.ts`, `${v}/calls/verb.ts`, 'server-looks-down-from-users'],
  [`${v}/audit/a.ts`, `${v}/auth/verb.ts`, 'server-looks-down-from-audit'],
  [`${v}/calls/a.ts`, `${v}/auth/verb.ts`],
  [`${v}/calls/b.ts`, `${v}/jobs/verb.ts`, 'server-looks-down-from-calls'],
  [`${v}/calls/c.ts`, `${v}/transcripts/verb.ts`, 'server-looks-down-from-calls'],
  [`${v}/calls/c.test.ts`, `${v}/transcripts/verb.ts`],
  [`${v}/transcripts/a.ts`, `${v}/calls/verb.ts`],
  [`${v}/transcripts/b.ts`, `${v}/wallboard/verb.ts`, 'server-looks-down-from-transcripts'],
  [`${v}/lines/a.ts`, `${v}/transcripts/verb.ts`],
  [
    `${v}/lines/b.ts`,
    `${v}/simulator/simulated-line.ts`,
    'adapters-are-chosen-at-the-start',
    'server-looks-down-from-lines',
  ],
  [`${v}/simulator/a.ts`, `${v}/lines/verb.ts`],

  [`${v}/calls/d.ts`, 'fastify', 'server-features-know-no-framework'],
  [`${v}/calls/e.ts`, 'socket.io', 'server-features-know-no-framework'],
  [`${v}/calls/f.ts`, 'pino', 'server-features-know-no-framework'],
  [`${v}/edge/a.ts`, 'fastify'],
  [`${v}/observability/log.ts`, 'pino'],
  [`${v}/calls/g.ts`, 'pg', 'sql-lives-in-stores'],
  [`${v}/calls/h.ts`, '@prisma/client', 'sql-lives-in-stores'],
  [`${v}/edge/b.ts`, `${v}/generated/client.ts`, 'sql-lives-in-stores'],
  [`${v}/jobs/store.ts`, '@prisma/client'],
  [`${v}/jobs/routing.store.ts`, `${v}/generated/client.ts`],
  [`${v}/database/a.ts`, 'pg'],
  [`${v}/calls/h.test.ts`, 'pg'],
  [`${v}/edge/c.ts`, `${v}/calls/verb.ts`, 'doors-know-no-feature'],
  [`${v}/edge/d.ts`, `${s}/index.ts`],
  [`${v}/calls/i.ts`, `${v}/edge/http.ts`, 'server-features-know-no-door'],
  [
    `${v}/calls/j.ts`,
    `${v}/lines/twilio.adapter.ts`,
    'adapters-are-chosen-at-the-start',
    'server-looks-down-from-calls',
  ],
  [`${v}/app.ts`, `${v}/lines/replay/replayed-line.ts`, 'adapters-are-chosen-at-the-start'],
  [
    `${v}/edge/e.ts`,
    `${v}/simulator/simulated-line.ts`,
    'adapters-are-chosen-at-the-start',
    'doors-know-no-feature',
  ],
  [`${v}/main.ts`, `${v}/lines/twilio.adapter.ts`],
  [`${v}/start-calls.ts`, `${v}/simulator/simulated-line.ts`],
  [`${v}/lines/twilio.adapter.test.ts`, `${v}/lines/twilio.adapter.ts`],
  [`${v}/calls/k.ts`, `${v}/testing/builder.ts`, 'testing-is-for-tests'],

  [`${d}/main/a.ts`, `${v}/database/prisma.ts`, 'desktop-and-server-are-strangers'],
  [`${v}/database/b.ts`, `${d}/ipc.ts`, 'desktop-and-server-are-strangers'],
  [`${d}/preload/a.ts`, 'electron'],
  [`${d}/preload/b.ts`, `${d}/ipc.ts`],
  [`${d}/preload/c.ts`, 'zod', 'preload-is-a-bridge'],
  [`${d}/preload/d.ts`, 'node:fs', 'preload-is-a-bridge'],
  [`${d}/preload/e.ts`, `${d}/main/window.ts`, 'preload-is-a-bridge'],
  [`${d}/main/b.ts`, 'react', 'main-draws-nothing'],
  [`${d}/main/c.ts`, `${r}/ui/Button.ts`, 'main-draws-nothing'],
  [`${r}/calls/a.ts`, 'node:fs', 'renderer-is-a-web-page'],
  [`${r}/calls/b.ts`, 'electron', 'electron-stays-at-home'],
  [`${r}/calls/c.ts`, `${d}/main/window.ts`, 'electron-stays-at-home'],
  [`${v}/edge/f.ts`, 'electron', 'electron-stays-at-home'],
  [`${r}/calls/d.ts`, `${d}/ipc.ts`],
  [`${r}/calls/e.ts`, `${r}/reps/rep.ts`, 'renderer-features-know-no-sister'],
  [`${r}/screens/Floor.ts`, `${r}/reps/rep.ts`],
  [`${r}/calls/f.ts`, `${r}/ui/Button.ts`],
  [`${r}/ui/a.ts`, `${r}/calls/desk.ts`, 'ui-knows-no-feature'],
  [`${r}/ui/b.ts`, `${s}/index.ts`, 'ui-knows-no-feature'],
  [`${r}/calls/View.tsx`, 'socket.io-client', 'views-know-no-socket'],
  [`${r}/realtime/a.ts`, 'socket.io-client'],

  // A cycle is reported once, at the first of its files.
  [`${v}/calls/about.ts`, `${v}/calls/round.ts`, 'no-cycle'],
  [`${v}/calls/round.ts`, `${v}/calls/about.ts`],
  [`${v}/calls/l.ts`, `${v}/calls/nowhere.ts`, 'resolves'],
  [`${v}/database/c.ts`, 'a-package-nobody-installed', 'resolves'],
];

let tree: PlantedTree;
let cruised: { readonly files: readonly string[]; readonly breaches: readonly Breach[] };

/** One cruise over all rows. The imports are of types only: they must count as much as any other. */
beforeAll(async () => {
  tree = plantTree(Object.fromEntries(house.map((file) => [file, 'export type It = string;\n'])));
  for (const name of [...packages, ...testTools]) {
    const manifest = JSON.stringify({ name, version: '1.0.0', types: 'index.d.ts', main: 'index.js' });
    const folder = `node_modules/${name}`;
    tree.plant({
      [`${folder}/package.json`]: manifest,
      [`${folder}/index.js`]: '',
      [`${folder}/index.d.ts`]: '',
    });
  }
  for (const [from, to] of rows)
    tree.plant({ [from]: `import type { It } from '${pathTo(from, to)}';\nexport type { It };\n` });
  cruised = await cruiseTree(tree.root, ['packages', 'apps']);
});
afterAll(() => tree.fell());

function pathTo(from: string, to: string): string {
  if (!/^(apps|packages)\//.test(to)) return to;
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

describe('the directions that never break', () => {
  it.each(rows)('%s → %s', (from, _to, ...rules) => {
    const here = cruised.breaches.filter((it) => it.from === from).map((it) => it.rule);
    expect([...new Set(here)].sort()).toEqual([...rules].sort());
  });

  it('are each broken once above', () => {
    const broken = new Set(rows.flatMap(([, , ...rules]) => rules));
    const last = 'server-looks-down-from-simulator';
    const written = (directions.forbidden ?? []).map((it) => it.name ?? '').filter((it) => it !== last);
    expect([...broken].sort()).toEqual(written.sort());
  });

  it('are looked for in every file', () => {
    const planted = [...house, ...rows.map(([from]) => from)].filter((it) => !it.includes('/generated/'));
    expect(cruised.files.length).toBeGreaterThan(90);
    expect(missedBy(cruised.files, planted)).toEqual([]);
  });

  it('are not called held when the cruise saw nothing', () => {
    expect(missedBy([], house)).toEqual(house);
  });
});
