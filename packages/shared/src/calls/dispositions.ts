import { z } from 'zod';

/** How a call came out, in the desk's own list; an installation may use others, so the wire takes any short word. */
export const standardDispositions = [
  { key: 'job-booked', label: 'Job booked' },
  { key: 'question-answered', label: 'Question answered' },
  { key: 'follow-up', label: 'Follow up' },
  { key: 'complaint', label: 'Complaint' },
  { key: 'advice-given', label: 'Advice given' },
  { key: 'referred', label: 'Referred on' },
  { key: 'wrong-number', label: 'Wrong number' },
  { key: 'spam', label: 'Spam' },
] as const;

/** What a call gets whose rep let the time for the wrap-up run out. */
export const dispositionNotRecorded = 'not-recorded';

export const Disposition = z
  .string()
  .trim()
  .min(1, 'pick how the call came out')
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u, 'letters, digits, blanks and hyphens only, such as job-booked');
