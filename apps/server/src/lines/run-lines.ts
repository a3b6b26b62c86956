import { CallId, CallStatus } from '@ringdesk/shared';
import type { App } from '../app.ts';
import type { CallRow } from '../calls/call-row.ts';
import { lineCalls, unfinishedOf } from '../calls/calls.store.ts';
import type { Database } from '../database/database.ts';
import type { Line, LineCall, LineHears } from './line.ts';

export interface RunningLines {
  /** Tells the lines what became of their calls. */
  readonly callsChanged: (ids: readonly CallId[], db: Pick<Database, 'rows'>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens each line with the calls that an earlier process left unfinished. */
export async function runLines(
  app: Pick<App, 'db'>,
  lines: readonly Line[],
  hearsFor: (line: Line) => LineHears,
): Promise<RunningLines> {
  for (const line of lines) {
    const unfinished = await unfinishedOf(app.db, line.name);
    line.open(
      hearsFor(line),
      unfinished.map((row) => ({ ...lineCallOf(row), lastWords: row.last_words ?? '' })),
    );
  }
  return {
    async callsChanged(ids, db) {
      if (lines.length === 0 || ids.length === 0) return;
      for (const row of await lineCalls(db, ids))
        lines.find((line) => line.name === row.line)?.callChanged(lineCallOf(row));
    },
    async close() {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

function lineCallOf(row: CallRow): LineCall {
  return {
    id: CallId.parse(row.id),
    externalId: row.external_id,
    status: CallStatus.parse(row.status),
    lastSeq: row.last_seq,
    lastSegment: row.last_segment,
  };
}
