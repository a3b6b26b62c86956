// Measures the desk at work: `npm run bench`, or `npm run bench -- reps-at-work` for one measurement.
import { buildDesk } from './build/build-desk.ts';

await buildDesk();
await import('../bench/main.ts');
