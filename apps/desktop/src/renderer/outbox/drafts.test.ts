import { describe, expect, it } from 'vitest';
import { shelfWith } from '../testing/build-outbox.ts';
import { dropOldDrafts } from './drafts.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 21);

describe('a form that nobody came back to', () => {
  it('goes after two weeks, and so does what cannot be read; everything else stays', () => {
    const shelf = shelfWith({
      'ringdesk.draft.job.usr_1.call_1': JSON.stringify({ at: nowMs - 13 * dayMs, draft: {} }),
      'ringdesk.draft.job.usr_1.call_2': JSON.stringify({ at: nowMs - 15 * dayMs, draft: {} }),
      'ringdesk.draft.customer.usr_1.call_3': 'no json',
      'ringdesk.outbox.usr_1': 'not a draft',
    });
    dropOldDrafts(shelf, nowMs);
    expect(shelf.keys()).toEqual(['ringdesk.draft.job.usr_1.call_1', 'ringdesk.outbox.usr_1']);
  });
});
