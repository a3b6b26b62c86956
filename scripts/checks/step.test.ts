import { expect, it } from 'vitest';
import { runSteps, type Step, type StepReport } from './step.ts';

const root = import.meta.dirname;
const step = (name: string, code: string): Step => ({ name, command: 'node', args: ['-e', code] });

async function run(steps: readonly Step[], width = 2): Promise<readonly StepReport[]> {
  const heard: StepReport[] = [];
  const reports = await runSteps(steps, { root, width, told: (report) => heard.push(report) });
  expect(heard).toEqual(reports);
  return reports;
}

it('a step that exits with 0 holds, any other does not, and what it printed is kept', async () => {
  const reports = await run([step('good', ''), step('bad', "console.log('line 3'); process.exit(2)")]);
  const bad = reports.find((it) => it.name === 'bad');
  expect(reports.find((it) => it.name === 'good')?.hasPassed).toBe(true);
  expect(bad).toMatchObject({ hasPassed: false, output: 'line 3\n' });
});

it('a step that was killed does not hold', async () => {
  const [report] = await run([step('killed', "process.kill(process.pid, 'SIGKILL')")]);
  expect(report?.hasPassed).toBe(false);
});

it('a tool that is not installed is said so', async () => {
  const [report] = await run([{ name: 'gone', command: 'no-such-tool', args: [] }]);
  expect(report).toMatchObject({ hasPassed: false });
  expect(report?.output).toContain('is everything installed?');
});

it('one lane runs the steps one after the other, in their order', async () => {
  const names = ['first', 'second', 'third'];
  const reports = await run(
    names.map((name) => step(name, '')),
    1,
  );
  expect(reports.map((it) => it.name)).toEqual(names);
});
