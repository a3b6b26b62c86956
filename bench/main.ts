import { jobsBooked } from './jobs-booked.ts';
import { jobsFound } from './jobs-found.ts';
import { prefill } from './prefill.ts';
import { repsAtWork } from './reps-at-work.ts';
import { search } from './search.ts';
import { signIns } from './sign-ins.ts';
import { wordsPainted } from './words-painted.ts';
import { wordsTold } from './words-told.ts';

/** Runs each measurement on its own server and prints one line for each; `npm run bench -- <name>` runs one of them. */
const measurements = {
  'reps-at-work': () => repsAtWork(30),
  'sign-ins': signIns,
  'words-told': () => wordsTold(15),
  'words-painted': () => wordsPainted(120),
  'jobs-booked': () => jobsBooked(4_000),
  'jobs-found': () => jobsFound(200_000),
  prefill: () => prefill(600),
  search: () => search(1_000_000),
} as const;

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${JSON.stringify({ measurement: name, ...(await measure()) })}\n`);
}
