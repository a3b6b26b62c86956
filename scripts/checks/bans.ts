import type {
  CallExpression,
  ExportAllDeclaration,
  Expression,
  ImportDeclaration,
  MemberExpression,
  NewExpression,
  Span,
  TSAsExpression,
  VisitorObject,
} from 'oxc-parser';

/** What the house does not write, as rules of the linter. Where each one holds is told in `.oxlintrc.json`. */
interface Ban {
  /** Shown with each finding: what to do instead. */
  readonly remedy: string;
  readonly visitor: (forbid: (node: Span) => void) => VisitorObject;
}

const bans: Readonly<Record<string, Ban>> = {
  environment: {
    remedy:
      'Only config.ts (of the server, of the desktop’s main) reads the environment; take the part you need as an argument.',
    visitor: (forbid) => ({
      MemberExpression: (node) => isMember(node, 'process', 'env') && forbid(node),
      ImportDeclaration: (node) => imports(node, ['process', 'node:process'], ['env']) && forbid(node),
    }),
  },
  console: {
    remedy:
      'Use the logger you are given (it redacts and carries the request id); scripts write to process.stdout.',
    visitor: (forbid) => ({
      MemberExpression: (node) => isNamed(node.object, ['console']) && forbid(node),
    }),
  },
  clock: {
    remedy:
      'Take a Clock as an argument: tests drive it, and deadlines are rows that a sweep finds after a restart.',
    visitor: (forbid) => ({
      MemberExpression: (node) =>
        (isMember(node, 'Date', 'now') || isMember(node, 'performance', 'now')) && forbid(node),
      NewExpression: (node) => asksForNow(node) && forbid(node),
      CallExpression: (node) =>
        isNamed(node.callee, ['Date', 'setTimeout', 'setInterval', 'setImmediate']) && forbid(node),
      ImportDeclaration: (node) => isTimers(node) && forbid(node),
    }),
  },
  chance: {
    remedy: 'Take a Random (or an IdSource) as an argument: a seed must repeat a run exactly.',
    visitor: (forbid) => ({
      MemberExpression: (node) =>
        (isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'randomUUID')) && forbid(node),
      ImportDeclaration: (node) => imports(node, ['crypto', 'node:crypto'], ['randomUUID']) && forbid(node),
    }),
  },
  'export-star': {
    remedy: 'Name what you export: the package entry is the list of what others may use.',
    visitor: (forbid) => ({ ExportAllDeclaration: (node) => isNameless(node) && forbid(node) }),
  },
  'default-export': {
    remedy:
      'Export by name, so that one thing has one name everywhere; only configuration files export a default.',
    visitor: (forbid) => ({ ExportDefaultDeclaration: forbid }),
  },
  any: {
    remedy: 'Say what it is; for something from outside use `unknown` and let a schema find out.',
    visitor: (forbid) => ({ TSAnyKeyword: forbid }),
  },
  'non-null': {
    remedy: 'Handle the missing case, or throw an error that says which promise was broken.',
    visitor: (forbid) => ({ TSNonNullExpression: forbid }),
  },
  assertion: {
    remedy:
      'Let a schema, a type guard or `satisfies` prove it; only doors, stores, adapters and tests may assert.',
    visitor: (forbid) => ({
      TSAsExpression: (node) => !isConst(node) && forbid(node),
      TSTypeAssertion: forbid,
    }),
  },
  'module-mock': {
    remedy:
      'Pass the real thing or a small double as an argument; only the tests of the Electron main process mock.',
    visitor: (forbid) => ({
      MemberExpression: (node) =>
        (isMember(node, 'vi', 'mock') || isMember(node, 'vi', 'doMock')) && forbid(node),
    }),
  },
  'partial-suite': {
    remedy:
      'Run every test: take `.only` away, repair or delete what is skipped; a missing machine is `.skipIf(…)`.',
    visitor: (forbid) => ({ CallExpression: (node) => runsInPart(node) && forbid(node) }),
  },
};

function isNamed(node: Expression, names: readonly string[]): boolean {
  return node.type === 'Identifier' && names.includes(node.name);
}

function isMember(node: MemberExpression, object: string, property: string): boolean {
  const isProperty = node.property.type === 'Identifier' && node.property.name === property;
  return isProperty && (isNamed(node.object, [object]) || endsIn(node.object, object));
}

/** `globalThis.process.env` is as forbidden as `process.env`. */
function endsIn(node: Expression, name: string): boolean {
  return (
    node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === name
  );
}

function imports(node: ImportDeclaration, sources: readonly string[], names: readonly string[]): boolean {
  if (!sources.includes(node.source.value)) return false;
  return node.specifiers.some(
    (it) =>
      it.type === 'ImportSpecifier' && it.imported.type === 'Identifier' && names.includes(it.imported.name),
  );
}

function isTimers(node: ImportDeclaration): boolean {
  return /^(node:)?timers(\/promises)?$/.test(node.source.value) && node.importKind !== 'type';
}

/** `new Date(text)` converts and is welcome; `new Date()` asks the machine. */
function asksForNow(node: NewExpression): boolean {
  return isNamed(node.callee, ['Date']) && node.arguments.length === 0;
}

function isNameless(node: ExportAllDeclaration): boolean {
  return node.exported === null;
}

function isConst(node: TSAsExpression): boolean {
  const type = node.typeAnnotation;
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  );
}

/** A suite cut short. `test.skip(condition, reason)` decides while running and says why; it stays allowed. */
function runsInPart(node: CallExpression): boolean {
  const callee = node.callee;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (!/^(it|test|describe|suite)$/.test(firstName(callee))) return false;
  const isTitled = node.arguments[0]?.type === 'Literal' || node.arguments[0]?.type === 'TemplateLiteral';
  return callee.property.name === 'only' || (/^(skip|todo|fixme)$/.test(callee.property.name) && isTitled);
}

function firstName(node: Expression): string {
  if (node.type === 'MemberExpression') return firstName(node.object);
  return node.type === 'Identifier' ? node.name : '';
}

interface RuleContext {
  report(finding: { readonly node: Span; readonly message: string }): void;
}

function ruleOf(ban: Ban) {
  return {
    meta: { type: 'problem', docs: { description: ban.remedy } },
    create: (context: RuleContext) => ban.visitor((node) => context.report({ node, message: ban.remedy })),
  };
}

const rules = Object.fromEntries(Object.entries(bans).map(([name, ban]) => [name, ruleOf(ban)]));

export default { meta: { name: 'house' }, rules };
