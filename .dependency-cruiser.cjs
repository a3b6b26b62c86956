/**
 * The directions that never break, for dependency-cruiser. Each rule's comment says what to do instead, and
 * scripts/checks/boundaries.test.ts breaks each one on purpose.
 */

const shared = '^packages/shared/src/';
const server = '^apps/server/src/';
const desktop = '^apps/desktop/src/';
const renderer = `${desktop}renderer/`;

/** Tests and what only tests use: they may join what the product keeps apart. */
const tests = '(\\.test\\.tsx?|\\.suite\\.ts|/testing/.*|/vitest\\.[^/]+)$';

/** Folders of the server that are no features. */
const serverFloor = 'edge|database|observability|testing|generated';
/** Each feature may use those above it, never its neighbours or those below. */
const serverFeatures = [
  ['audit', 'mails'],
  ['auth'],
  ['users', 'service-clients', 'customers', 'reps'],
  ['calls', 'jobs', 'care', 'cases'],
  ['transcripts', 'suggestions', 'assistance', 'wallboard', 'desk'],
  ['lines'],
  ['simulator'],
];
const placed = serverFeatures.flat().join('|');

/** The files that join the server's parts and start it. */
const starters = `${server}(main|server|handlers|hearing|configured-lines|start-[^/]+)\\.ts$`;
const adapters = `(\\.adapter\\.ts$|${server}simulator/|${server}lines/replay)`;
const stores = `${server}.*[/.]store\\.ts$`;

/** Folders of the renderer that are no features. */
const rendererFloor = 'app|screens|realtime|http|outbox|ui|testing';

const inPackage = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/** The one-level rules of the server's order: `depth` 0 is the first group. */
const looksDown = serverFeatures.map((group, depth) => ({
  name: `server-looks-down-from-${group[0]}`,
  comment: `A feature of the server uses those before it in the order of .dependency-cruiser.cjs; turn it round, or let main.ts join the two.`,
  from: { path: `${server}(${group.join('|')})/`, pathNot: tests },
  to: { path: `${server}(${serverFeatures.slice(depth).flat().join('|')})/`, pathNot: `${server}$1/` },
}));

/** @type {import('dependency-cruiser').IFlattenedRuleSet['forbidden']} */
const forbidden = [
  {
    name: 'shared-imports-zod-only',
    comment: 'packages/shared runs everywhere: it imports zod and itself. Take what you need as an argument.',
    from: { path: shared, pathNot: tests },
    to: { pathNot: [shared, inPackage('zod')] },
  },
  {
    name: 'shared-tests-stay-neutral',
    comment:
      'Tests of packages/shared use vitest and fast-check: a rule that needs more belongs to the server or the desk.',
    from: { path: `${shared}.*${tests}` },
    to: { pathNot: [shared, inPackage('zod', 'vitest', 'fast-check')] },
  },
  {
    name: 'shared-features-know-no-sister',
    comment:
      'A shared feature imports the kernel only; what needs two features stands at the root (contract.ts, desk.ts).',
    from: { path: `${shared}([^/]+)/` },
    to: { path: shared, pathNot: `${shared}(kernel|$1)/` },
  },
  {
    name: 'server-feature-has-its-place',
    comment:
      'A new feature takes its place in the order of .dependency-cruiser.cjs before it imports anything.',
    from: { path: `${server}[^/]+/`, pathNot: `${server}(${placed}|${serverFloor})/` },
    to: {},
  },
  ...looksDown,
  {
    name: 'server-features-know-no-framework',
    comment:
      'Requests, sockets and logs belong to edge/ and observability/; a feature takes the few members it uses.',
    from: { path: server, pathNot: [`${server}(${serverFloor})/`, starters, tests, `${server}[^/]+\\.ts$`] },
    to: {
      path: inPackage(
        'fastify',
        '@fastify/[^/]+',
        'socket\\.io',
        '@socket\\.io/[^/]+',
        'pino',
        'pino-pretty',
      ),
    },
  },
  {
    name: 'sql-lives-in-stores',
    comment:
      'Prisma and SQL live in store.ts and database/; give the store a member that says what you need.',
    from: { path: server, pathNot: [`${server}(database|generated)/`, stores, tests] },
    to: { path: [inPackage('pg', '@prisma/[^/]+', 'prisma'), `${server}generated/`] },
  },
  {
    name: 'doors-know-no-feature',
    comment: 'A door knows the contract; main.ts hands it the features’ handlers as arguments.',
    from: { path: `${server}edge/`, pathNot: tests },
    to: { path: `${server}[^/]+/`, pathNot: `${server}(${serverFloor})/` },
  },
  {
    name: 'server-features-know-no-door',
    comment: 'A feature never learns how it was asked; take what the door knows as an argument.',
    from: { path: `${server}[^/]+/`, pathNot: [`${server}(${serverFloor})/`, tests] },
    to: { path: `${server}edge/` },
  },
  {
    name: 'adapters-are-chosen-at-the-start',
    comment:
      'Only main.ts, configured-lines.ts and a start-….ts pick an adapter; take the port as an argument.',
    from: { path: server, pathNot: [starters, tests, `${server}simulator/`, `${server}lines/replay`] },
    to: { path: adapters },
  },
  {
    name: 'testing-is-for-tests',
    comment:
      'What helps tests is not part of the product; move what the product needs to the feature it belongs to.',
    from: { path: '^(apps|packages)/', pathNot: tests },
    to: { path: '/testing/' },
  },
  {
    name: 'desktop-and-server-are-strangers',
    comment: 'Both know packages/shared and nothing of each other; put what both need there.',
    from: { path: '^apps/(desktop|server)/' },
    to: { path: '^apps/(desktop|server)/', pathNot: '^apps/$1/' },
  },
  {
    name: 'preload-is-a-bridge',
    comment: 'The preload imports electron and ipc.ts; anything else would widen what a page can reach.',
    from: { path: `${desktop}preload/`, pathNot: tests },
    to: { pathNot: [inPackage('electron'), `${desktop}ipc\\.ts$`] },
  },
  {
    name: 'main-draws-nothing',
    comment: 'The main process owns windows, not what is in them; draw it in the renderer.',
    from: { path: `${desktop}main/`, pathNot: tests },
    to: { path: [renderer, inPackage('react', 'react-dom', 'zustand')] },
  },
  {
    name: 'renderer-is-a-web-page',
    comment: 'The same renderer runs in a browser: no Node, no Electron. Ask the Bridge of ipc.ts.',
    from: { path: renderer, pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'electron-stays-at-home',
    comment: 'Only main and preload know Electron. Ask the Bridge of ipc.ts.',
    from: { path: '^(apps|packages)/', pathNot: [`${desktop}(main|preload)/`] },
    to: { path: [inPackage('electron'), `${desktop}(main|preload)/`] },
  },
  {
    name: 'renderer-features-know-no-sister',
    comment: 'screens/ compose features by id; move what both need to ui/, realtime/ or packages/shared.',
    from: { path: `${renderer}([^/]+)/`, pathNot: [`${renderer}(${rendererFloor})/`, tests] },
    to: { path: `${renderer}[^/]+/`, pathNot: `${renderer}(${rendererFloor}|$1)/` },
  },
  {
    name: 'ui-knows-no-feature',
    comment: 'ui/ has no domain words; take text, colour and callback as props.',
    from: { path: `${renderer}ui/`, pathNot: tests },
    to: { path: [desktop, '^packages/'], pathNot: `${renderer}ui/` },
  },
  {
    name: 'views-know-no-socket',
    comment: 'A view calls a command of its feature; only realtime/ speaks to the socket.',
    from: { path: '\\.tsx$' },
    to: { path: inPackage('socket\\.io-client') },
  },
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one file, or a third is missing.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolves',
    comment: 'The import leads nowhere: a wrong path, or a package that is missing in package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['(^|/)(out|dist|release)/', '^scripts/bootstrap/'] },
    // Types are imports too: a type from a store ties as firmly as its functions.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
