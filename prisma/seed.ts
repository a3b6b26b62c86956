import { seedDemo } from '../apps/server/src/auth/seed-demo.ts';
import { openDatabase } from '../apps/server/src/database/database.ts';
import { systemClock } from '../apps/server/src/edge/clock.ts';

/** Makes the demo people in the database that DATABASE_URL names: `node prisma/seed.ts`. */
const url = process.env['DATABASE_URL'];
if (url === undefined) {
  process.stderr.write('Set DATABASE_URL to the database that is to have the demo people.\n');
  process.exitCode = 1;
} else {
  const db = openDatabase({
    url,
    onTrouble: (error) => {
      process.stderr.write(`${error.message}\n`);
    },
  });
  await seedDemo({ db, clock: systemClock, random: Math.random });
  await db.close();
}
