import { type Input, type LineItem, newId } from '@ringdesk/shared';
import type { App } from '../app.ts';

type Wished = NonNullable<Input<'job.create'>['lineItems']>;

/** The lines as they are kept: a line that is there already keeps its id, every other gets one. */
export function keptLines(
  app: Pick<App, 'clock' | 'random'>,
  wished: Wished,
  there: readonly LineItem[],
): readonly LineItem[] {
  const known = new Set(there.map((line) => line.id));
  return wished.map(({ id, description = null, ...line }) => {
    const isKnown = id !== undefined && known.delete(id);
    const ids = { nowMs: app.clock.nowMs, random: app.random };
    return { ...line, description, id: isKnown ? id : `li_${newId.row(ids)}` };
  });
}
