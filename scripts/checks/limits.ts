import type { Measured } from './measure.ts';

/** Something over its limit, with the place and what to do. */
export interface Excess {
  readonly at: string;
  readonly sentence: string;
}

/** One line of the table: a figure, what it should be, and whether it is. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit: string;
  /** Null for figures that are told, not held. */
  readonly isHeld: boolean | null;
}

const limits = {
  fileLines: { median: 60, p90: 180, most: 300 },
  functionLines: { median: 10, p90: 40, most: 60, mostInView: 120 },
  parameters: 3,
  assertionsPerThousand: 2,
  machineryLines: 1650,
  leastTestsPerSource: 0.5,
} as const;

const tests = /(\.test\.tsx?|\.suite\.ts|\.spec\.ts)$|\/testing\/|^(e2e|bench)\//;
const machinery =
  /^packages\/shared\/src\/(contract|kernel\/operation)\.ts$|^apps\/server\/src\/edge\/(?!housecall\/)/;

function isTest(file: string): boolean {
  return tests.test(file);
}

/** Each single file, function, list of parameters and `any` that is over its limit. */
export function excesses(files: readonly Measured[]): Excess[] {
  return files.flatMap((file) => [
    ...longFiles(file),
    ...(isTest(file.file) ? [] : [...longFunctions(file), ...longLists(file)]),
    ...file.anyAt.map((line) => ({
      at: `${file.file}:${line}`,
      sentence: '`any`: say what it is, or `unknown` and let a schema find out',
    })),
  ]);
}

function longFiles({ file, lines }: Measured): Excess[] {
  if (lines <= limits.fileLines.most) return [];
  const sentence = `${lines} lines, limit ${limits.fileLines.most}: two verbs live here; give the second its own file`;
  return [{ at: `${file}:${limits.fileLines.most + 1}`, sentence }];
}

function longFunctions({ file, functions }: Measured): Excess[] {
  const most = file.endsWith('.tsx') ? limits.functionLines.mostInView : limits.functionLines.most;
  return functions
    .filter((it) => it.lines > most)
    .map((it) => ({
      at: `${file}:${it.line}`,
      sentence: `${it.name} has ${it.lines} lines, limit ${most}: name its steps and call them`,
    }));
}

function longLists({ file, functions }: Measured): Excess[] {
  return functions
    .filter((it) => it.parameters > limits.parameters)
    .map((it) => ({
      at: `${file}:${it.line}`,
      sentence: `${it.name} takes ${it.parameters} parameters, limit ${limits.parameters}: hand over one object with named members`,
    }));
}

/** The house as a whole. Files that test are told apart from those that are tested. */
export function figures(files: readonly Measured[]): Figure[] {
  const source = files.filter((it) => !isTest(it.file));
  const sourceLines = total(source);
  const testLines = total(files) - sourceLines;
  const { fileLines, functionLines } = limits;
  const lengths = source.map((it) => it.lines);
  const functions = source.flatMap((it) => it.functions.map((one) => one.lines));
  const assertions = source.flatMap((it) => it.assertionAt).length;
  const comments = source.reduce((sum, it) => sum + it.commentLines, 0);
  const testsPerSource = testLines / Math.max(sourceLines, 1);
  return [
    atMost('file lines, median', quantile(lengths, 0.5), fileLines.median),
    atMost('file lines, p90', quantile(lengths, 0.9), fileLines.p90),
    atMost('function lines, median', quantile(functions, 0.5), functionLines.median),
    atMost('function lines, p90', quantile(functions, 0.9), functionLines.p90),
    atMost(
      '`as` in 1000 lines',
      (1000 * assertions) / Math.max(sourceLines, 1),
      limits.assertionsPerThousand,
    ),
    {
      name: 'test lines / source lines',
      value: testsPerSource,
      limit: `0.8–1.3, never below ${limits.leastTestsPerSource}`,
      isHeld: testsPerSource >= limits.leastTestsPerSource,
    },
    atMost(
      'contract machinery and edge, lines',
      total(source.filter((it) => machinery.test(it.file))),
      limits.machineryLines,
    ),
    told('comment lines, %', (100 * comments) / Math.max(sourceLines, 1), '8–15'),
  ];
}

function atMost(name: string, value: number, most: number): Figure {
  return { name, value, limit: `≤ ${most}`, isHeld: value <= most };
}

function told(name: string, value: number, limit: string): Figure {
  return { name, value, limit, isHeld: null };
}

function total(files: readonly Measured[]): number {
  return files.reduce((sum, it) => sum + it.lines, 0);
}

/** The value that a share `q` of the numbers does not exceed (nearest rank); 0 of none. */
export function quantile(numbers: readonly number[], q: number): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(q * ordered.length) - 1)] ?? 0;
}
