import { z } from 'zod';
import { createDrafts } from '../outbox/drafts.ts';

const Form = z.enum(['customer', 'job']);
export type Form = z.infer<typeof Form>;

/** The form that is open beside a call; it is open again after a reload. */
export const openForms = createDrafts('form', Form);
