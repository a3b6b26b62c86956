import { createDrafts } from '../outbox/drafts.ts';
import { JobDraft } from './job-draft.ts';

/** Jobs that are typed and not yet booked, by the call they are typed in. */
export const jobDrafts = createDrafts('job', JobDraft);
