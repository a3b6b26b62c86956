// Measures the desk at work: `npm run bench`, or `npm run bench -- reps-at-work` for one measurement.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDesk } from './build/build-desk.ts';
import { root } from './say.ts';

await buildDesk();
await import(pathToFileURL(path.join(root, 'bench/main.ts')).href);
