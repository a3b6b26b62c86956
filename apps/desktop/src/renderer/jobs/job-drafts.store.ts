import { Job } from '@ringdesk/shared';
import { z } from 'zod';
import { createDrafts } from '../outbox/drafts.ts';
import { JobDraft } from './job-draft.ts';
import { LineDraft } from './line-drafts.ts';

/** Jobs that are typed and not yet booked, by the call they are typed in. */
export const jobDrafts = createDrafts('job', JobDraft);

/** Jobs that are typed over and not yet saved, by job, each with the job as it was when the typing began. */
export const jobEdits = createDrafts('job-edit', z.object({ base: Job, draft: JobDraft }));

/** Lines that are typed over and not yet saved, by job, each with the job as it was when the typing began. */
export const lineDrafts = createDrafts('job-lines', z.object({ base: Job, lines: z.array(LineDraft) }));

/** Notes that are typed and not yet added, by job. */
export const noteDrafts = createDrafts('job-note', z.string());
