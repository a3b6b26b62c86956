import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addTallies, playwrightTally, readTally, tallyLine, vitestTally } from './tally.ts';

const vitest = { success: true, numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

it('the line sums both runners and names skipped tests only when there are any', () => {
  const stories = playwrightTally({
    stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 },
    errors: [],
  });
  expect(tallyLine(addTallies(vitestTally(vitest), stories))).toBe('45 passed, 0 failed, 2 skipped');
  expect(tallyLine(stories)).toBe('5 passed, 0 failed');
});

it('a test file that cannot be loaded counts as a failure', () => {
  expect(vitestTally({ ...vitest, success: false }).failed).toBe(1);
});

it('a story that passed at its second try has passed, and an error outside of any story has failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
  expect(playwrightTally({ stats, errors: [{}] })).toMatchObject({ passed: 6, failed: 2 });
});

it('a runner that left no report counts as one failure', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-tally-'));
  const file = path.join(folder, 'report.json');
  expect(tallyLine(readTally(file, vitestTally))).toBe('0 passed, 1 failed');
  writeFileSync(file, JSON.stringify(vitest));
  expect(readTally(file, vitestTally).passed).toBe(40);
  rmSync(folder, { recursive: true });
});
