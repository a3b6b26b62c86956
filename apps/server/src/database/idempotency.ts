import type { Sealing } from '../app.ts';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

/** A question that may come twice: who asks, the key they gave it, and a digest of what is asked. */
export interface Repeatable {
  readonly asker: string;
  readonly key: string;
  readonly request: string;
}

/** An answer as it was given, or that the key was used for something else. */
export type Remembered<Answer> = { readonly answer: Answer } | 'mismatch';

const keptHours = 24;

/**
 * Answers a question once, however often it comes within a day: the key, the effect and the answer are kept in one
 * transaction, so that neither a crash nor a repeat at the same moment leaves two effects or none. The second of two
 * that come at once waits for the first. An answer that is not worth keeping undoes everything, and may be asked again.
 */
export async function answerOnce<Answer>(
  app: { readonly db: Database; readonly sealing: Sealing },
  { asker, key, request: asked }: Repeatable,
  ask: { readonly answer: () => Promise<Answer>; readonly isKept: (answer: Answer) => boolean },
): Promise<Remembered<Answer>> {
  const about = `${asker}\n${key}`;
  // What is asked may be short and secret, such as a password: nobody shall find it by trying digests.
  const request = app.sealing.mac(asked, about);
  const once = async (): Promise<Remembered<Answer>> => {
    const [mine] = await app.db.rows(sql`
      INSERT INTO idempotent_answers AS known (asker, key, request, created_at) VALUES (${asker}, ${key}, ${request}, desk_now())
      ON CONFLICT (asker, key) DO UPDATE SET request = EXCLUDED.request, created_at = EXCLUDED.created_at, answer = NULL
        WHERE known.created_at <= desk_now() - make_interval(hours => ${keptHours})
      RETURNING key`);
    if (mine === undefined) return recall<Answer>(app, { asker, key, request });
    const answer = await ask.answer();
    await app.db.rows(sql`UPDATE idempotent_answers SET answer = ${app.sealing.seal(JSON.stringify(answer), about)}
      WHERE asker = ${asker} AND key = ${key}`);
    return { answer };
  };
  return app.db.together(once, (known) => known === 'mismatch' || ask.isKept(known.answer));
}

async function recall<Answer>(
  app: { readonly db: Database; readonly sealing: Sealing },
  { asker, key, request }: Repeatable,
): Promise<Remembered<Answer>> {
  const [known] = await app.db.rows<{ request: string; answer: string | null }>(
    sql`SELECT request, answer FROM idempotent_answers WHERE asker = ${asker} AND key = ${key}`,
  );
  if (known?.request !== request) return 'mismatch';
  const opened = known.answer === null ? null : app.sealing.open(known.answer, `${asker}\n${key}`);
  if (opened === null) throw new Error('an answer that was kept cannot be read; was the secret changed?');
  return { answer: JSON.parse(opened) as Answer };
}

/** Forgets answers that are older than a day. */
export async function sweepAnswers(db: Pick<Database, 'rows'>): Promise<void> {
  await db.rows(
    sql`DELETE FROM idempotent_answers WHERE created_at <= desk_now() - make_interval(hours => ${keptHours})`,
  );
}
