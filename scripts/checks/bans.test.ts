import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedTree, plantTree } from './planted-tree.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const feature = 'apps/server/src/calls';

/** Where, what, and the bans that must be reported there: none means that it is welcome. */
const rows: readonly (readonly [file: string, code: string, ...bans: string[]])[] = [
  [`${feature}/claim-call.ts`, 'export const a = process.env;', 'environment'],
  [`${feature}/b.ts`, "export const a = globalThis.process.env['HOME'];", 'environment'],
  [`${feature}/c.ts`, "import { env } from 'node:process'; export const a = env;", 'environment'],
  ['apps/server/src/config.ts', 'export const a = process.env;'],
  ['apps/desktop/src/main/config.ts', 'export const a = process.env;'],
  ['apps/desktop/src/main/index.ts', 'export const a = process.env;', 'environment'],
  ['scripts/start.ts', 'export const a = process.env;'],
  ['e2e/desk.ts', 'export const a = process.env;'],
  [`${feature}/d.ts`, "console.error('gone');", 'console'],
  ['scripts/say.ts', "console.log('gone');", 'console'],
  ['apps/desktop/src/renderer/app/boot.tsx', "console.warn('gone');", 'console'],
  [`${feature}/e.ts`, 'export const now = () => Date.now();', 'clock'],
  ['packages/shared/src/calls/late.ts', 'export const now = () => new Date();', 'clock'],
  ['packages/shared/src/calls/parse.ts', 'export const at = (text: string) => new Date(text);'],
  [`${feature}/f.ts`, 'export const wait = (then: () => void) => setTimeout(then, 5);', 'clock'],
  [`${feature}/g.ts`, "import { setTimeout as wait } from 'node:timers/promises'; await wait(5);", 'clock'],
  ['apps/server/src/edge/clock.ts', 'export const now = () => Date.now();'],
  ['apps/server/src/main.ts', 'export const timer = setInterval(() => {}, 1000);'],
  ['apps/server/src/lines/twilio.adapter.ts', 'export const now = () => Date.now();'],
  ['apps/server/src/database/lock.ts', 'export const now = () => Date.now();'],
  ['apps/server/src/calls/claim-call.test.ts', 'export const now = () => Date.now();'],
  ['packages/shared/src/kernel/dice.ts', 'export const roll = () => Math.random();', 'chance'],
  [`${feature}/h.ts`, "import { randomUUID } from 'node:crypto'; export const id = randomUUID();", 'chance'],
  [`${feature}/i.ts`, 'export const id = () => crypto.randomUUID();', 'chance'],
  [`${feature}/index.ts`, "export * from './h.ts';", 'export-star'],
  [`${feature}/named.ts`, "export * as rules from './h.ts';"],
  [`${feature}/j.ts`, 'export default 1;', 'default-export'],
  ['apps/desktop/vite.config.ts', 'export default {};'],
  [`${feature}/k.ts`, 'export const a: any = 1;', 'any'],
  [`${feature}/k.test.ts`, 'export const a: any = 1;', 'any'],
  [`${feature}/l.ts`, 'export const first = (list: string[]) => list[0]!;', 'non-null'],
  [`${feature}/m.ts`, 'export const a = (it: unknown) => it as string;', 'assertion'],
  [`${feature}/n.ts`, 'export const a = (it: unknown) => <string>it;', 'assertion'],
  ['packages/shared/src/calls/o.ts', "export const a = ['x'] as const;"],
  [`${feature}/p.ts`, "export const a = { x: 'y' } satisfies Record<string, string>;"],
  [`${feature}/routing.store.ts`, 'export const a = (it: unknown) => it as string;'],
  [
    `apps/desktop/src/renderer/calls/desk.store.ts`,
    'export const a = (it: unknown) => it as string;',
    'assertion',
  ],
  [`${feature}/store.ts`, 'export const a = (it: unknown) => it as string;'],
  ['apps/server/src/edge/socket.ts', 'export const a = (it: unknown) => it as string;'],
  [
    'apps/desktop/src/renderer/calls/view.tsx',
    'export const a = (it: unknown) => it as string;',
    'assertion',
  ],
  [`${feature}/q.test.ts`, "import { vi } from 'vitest'; vi.mock('./claim-call.ts');", 'module-mock'],
  ['apps/desktop/src/main/index.test.ts', "import { vi } from 'vitest'; vi.mock('electron');"],
  [`${feature}/r.test.ts`, "import { it } from 'vitest'; it.only('claims', () => {});", 'partial-suite'],
  [`${feature}/s.test.ts`, "import { it } from 'vitest'; it.skip('claims', () => {});", 'partial-suite'],
  [`${feature}/t.test.ts`, "import { describe } from 'vitest'; describe.todo(`x`);", 'partial-suite'],
  [`${feature}/u.test.ts`, "import { it } from 'vitest'; it.skipIf(process.platform === 'win32')('x', f);"],
  ['e2e/v.test.ts', "test.skip(!hasBinary, 'Electron is not installed');"],
];

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly message: string;
}

let tree: PlantedTree;
let findings: readonly Finding[];

/** One run of the linter over all rows, with the configuration of the house. */
beforeAll(() => {
  tree = plantTree(Object.fromEntries(rows.map(([file, code]) => [file, `${code}\n`])));
  for (const file of ['.oxlintrc.json', 'scripts/checks/bans.ts'])
    tree.plant({ [file]: readFileSync(path.join(repository, file), 'utf8') });
  const oxlint = path.join(repository, 'node_modules/.bin/oxlint');
  const run = spawnSync(oxlint, ['--format', 'json', '.'], { cwd: tree.root, encoding: 'utf8' });
  findings = (JSON.parse(run.stdout) as { diagnostics: Finding[] }).diagnostics;
});
afterAll(() => tree.fell());

describe('what the house does not write', () => {
  it.each(rows)('%s: %s', (file, _code, ...bans) => {
    const here = findings.filter((it) => it.filename === file && it.code.startsWith('house('));
    expect([...new Set(here.map((it) => it.code))]).toEqual(bans.map((ban) => `house(${ban})`));
  });

  it('is reported with a remedy, a whole sentence', () => {
    const remedies = findings.filter((it) => it.code.startsWith('house(')).map((it) => it.message);
    expect(remedies.length).toBeGreaterThan(15);
    for (const remedy of remedies) expect(remedy).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('has a row for each ban', () => {
    const configured = [
      ...readFileSync(path.join(repository, '.oxlintrc.json'), 'utf8').matchAll(/"house\/(.+?)": "error"/g),
    ];
    const proven = new Set(rows.flatMap(([, , ...bans]) => bans));
    expect([...proven].sort()).toEqual([...new Set(configured.map((it) => it[1] ?? ''))].sort());
  });
});
