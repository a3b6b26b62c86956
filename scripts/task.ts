// Runs one task of this folder: `node scripts/task.ts <task> [arguments]`, on the pinned Node with everything installed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartRefused } from '../apps/server/src/start-refused.ts';
import { generateClient } from './build/generate-client.ts';
import { runCommand } from './say.ts';

const [task = ''] = process.argv.splice(2, 1);
const file = path.join(import.meta.dirname, `${task}.ts`);

await runCommand(async () => {
  if (!/^[a-z]+$/.test(task) || !existsSync(file)) {
    throw new StartRefused(`There is no command "${task}"; the commands are the scripts in package.json.`);
  }
  await generateClient();
  await import(pathToFileURL(file).href);
  // The task may have set it by now.
  return Number(process.exitCode ?? 0);
});
