// Plants each breakage in a copy of the server and runs the test that must notice: `node chaos/planted/plant.ts [part of a name]`.
import { breakages } from './breakages.ts';
import { makePlantedCopy } from './planted-copy.ts';

const wanted = process.argv.slice(2).join(' ');
const chosen = breakages.filter(({ name }) => name.includes(wanted));
const copy = makePlantedCopy();
let unnoticed = 0;
try {
  for (const test of new Set(chosen.map((breakage) => breakage.test))) {
    const { isRed, output } = await copy.runHealthy(test);
    if (isRed) throw new Error(`${test} is red without any breakage:\n${output.slice(-3000)}`);
  }
  for (const breakage of chosen) {
    const { isRed, output } = await copy.run(breakage);
    const noticed = /× (.*?) \d+ms/.exec(output)?.[1] ?? '';
    if (!isRed) unnoticed += 1;
    process.stdout.write(`${isRed ? 'red  ' : 'GREEN'} ${breakage.name}${isRed ? `: ${noticed}` : ''}\n`);
  }
} finally {
  copy.drop();
}
process.stdout.write(`${chosen.length - unnoticed} of ${chosen.length} breakages were noticed\n`);
if (unnoticed > 0) process.exitCode = 1;
