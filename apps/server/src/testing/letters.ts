import { type Role, seededRandom } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import type { Letter } from '../mails/letter.ts';
import { post } from '../mails/store.ts';
import { createSealing } from '../sealing.ts';

const deed = {
  at: '2026-01-05T09:00:00.000Z',
  address: '203.0.113.7',
  device: 'Chrome on Windows',
} as const;

/** One letter of each kind, to somebody of this name. */
export function everyLetter(name: string, role: Role = 'supervisor'): readonly Letter[] {
  const by = 'Alex Kim';
  return [
    { kind: 'verify-email', name, code: '012345' },
    { kind: 'account-exists', name, ...deed },
    { kind: 'reset-password', name, code: '678901' },
    { kind: 'password-changed', name, how: 'reset', ...deed },
    { kind: 'password-changed', name, how: 'changed', ...deed },
    { kind: 'authenticator-set-up', name, how: 'first', ...deed },
    { kind: 'authenticator-set-up', name, how: 'replaced', ...deed },
    { kind: 'authenticator-reset', name, by, ...deed },
    { kind: 'recovery-code-used', name, left: 9, ...deed },
    { kind: 'recovery-code-used', name, left: 0, ...deed },
    { kind: 'recovery-codes-renewed', name, ...deed },
    { kind: 'signed-in-somewhere-new', name, ...deed },
    { kind: 'session-reused', name, ...deed },
    { kind: 'sign-in-stopped', name, what: 'password', minutes: 15, ...deed },
    { kind: 'sign-in-stopped', name, what: 'code', minutes: 1, ...deed },
    { kind: 'role-changed', name, role, by, ...deed },
    { kind: 'account-disabled', name, by, ...deed },
  ];
}

/** A hand that posts letters into an outbox, each in a transaction of its own, as the server with this secret does. */
export function letterBox(db: Pick<Database, 'transaction'>, secret: string) {
  const sealing = createSealing(secret);
  const random = seededRandom(Date.now());
  const ids = { nowMs: () => Date.now(), random };
  return {
    sealing,
    post: (to: string, letter: Letter) => db.transaction((tx) => post(tx, { ids, sealing }, { to, letter })),
  };
}
