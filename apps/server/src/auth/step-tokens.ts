import { createHash, randomBytes } from 'node:crypto';
import { type Result, refused } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { findStep, insertStep, type NewStep, type Step, type StepKind } from './steps.store.ts';

type Rows = Pick<Database, 'rows'>;

/** How long a step may be taken. */
const seconds: Readonly<Record<StepKind, number>> = { enroll: 30 * 60, challenge: 5 * 60 };

/** A token for the next step of signing in, good for that one step and once. */
export async function giveStep(db: Rows, step: Omit<NewStep, 'seconds'>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertStep(db, hashOf(token), { ...step, seconds: seconds[step.kind] });
  return token;
}

/** The step that a bearer may take, or null. */
export async function stepOf(db: Rows, bearer: string | null, kind: StepKind): Promise<Step | null> {
  return bearer === null ? null : findStep(db, hashOf(bearer), kind);
}

/** The refusal of a step that cannot be taken, or no longer. */
export function stepOver(): Result<never> {
  return refused('UNAUTHENTICATED', 'This step of signing in has run out. Sign in again.');
}

/** The token has 256 bits of chance, so a plain digest is enough to keep it unreadable at rest. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
