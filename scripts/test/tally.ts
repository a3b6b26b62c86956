import { readFileSync } from 'node:fs';

/** Counts of tests, summed over the runners. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: 0 };

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The one line which tells how a run went, such as `41 passed, 0 failed, 2 skipped`. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Counts from vitest's JSON report. A file that could not even be loaded has no failed test, but the run failed by it. */
export function vitestTally(report: unknown): Tally {
  const count = counter(report);
  const isOk =
    typeof report === 'object' && report !== null && 'success' in report && report.success === true;
  return {
    passed: count('numPassedTests'),
    failed: Math.max(count('numFailedTests'), isOk ? 0 : 1),
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
}

/** Counts from Playwright's JSON report; a story that passed at its second try has passed, and Playwright's list calls it flaky. */
export function playwrightTally(report: unknown): Tally {
  const isObject = typeof report === 'object' && report !== null;
  const count = counter(isObject && 'stats' in report ? report.stats : null);
  const errors = isObject && 'errors' in report && Array.isArray(report.errors) ? report.errors.length : 0;
  return {
    passed: count('expected') + count('flaky'),
    failed: count('unexpected') + errors,
    skipped: count('skipped'),
  };
}

function counter(numbers: unknown): (name: string) => number {
  const fields = new Map<string, unknown>(Object.entries(numbers ?? {}));
  return (name) => {
    const value = fields.get(name);
    return typeof value === 'number' ? value : 0;
  };
}

/** Reads a runner's report; a runner that left none has failed as a whole. */
export function readTally(file: string, tallyOf: (report: unknown) => Tally): Tally {
  try {
    return tallyOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { ...noTests, failed: 1 };
  }
}
