import type { AuditEntry, AuditedEvent } from '@ringdesk/shared';
import type { Tone } from '../ui/Banner.tsx';

type Say = (names: { readonly who: string; readonly by: string; readonly detail: string }) => string;

interface Meaning {
  /** Its name in the filter. */
  readonly label: string;
  readonly say: Say;
  /** `careful` and `trouble` are what somebody who looks for misuse looks for. */
  readonly tone: Tone;
}

/** What each event of the audit means, for people; total, so that a new event does not compile until it is said here. */
export const meanings: Readonly<Record<AuditedEvent, Meaning>> = {
  'account.created': well('Account made', ({ who }) => `${who} made an account`),
  'account.sign-up-repeated': careful(
    'Sign-up with a known address',
    ({ who }) => `Somebody tried to sign up with the address of ${who}`,
  ),
  'sign-in.done': well('Signed in', ({ who }) => `${who} signed in`),
  'sign-in.password-wrong': careful('Wrong password', ({ who }) => `A wrong password was typed for ${who}`),
  'sign-in.code-wrong': careful('Wrong code', ({ who }) => `A wrong code was typed for ${who}`),
  'sign-in.stopped': trouble(
    'Too many tries',
    ({ who }) => `Signing in as ${who} was stopped after too many tries`,
  ),
  'sign-in.recovery-code-used': careful(
    'Recovery code used',
    ({ who }) => `${who} signed in with a recovery code`,
  ),
  'sign-in.refused-disabled': careful(
    'Refused: disabled',
    ({ who }) => `${who} tried to sign in, but is disabled`,
  ),
  'session.ended': info('Session ended', ({ who }) => `A session of ${who} ended`),
  'session.reused': trouble(
    'Session used twice',
    ({ who }) => `A session of ${who} was used in two places and ended everywhere`,
  ),
  'session.locked': info('Desk locked', ({ who }) => `The desk of ${who} was locked`),
  'session.unlocked': info('Desk unlocked', ({ who }) => `${who} unlocked the desk`),
  'password.reset-asked': info(
    'Password reset asked',
    ({ who }) => `A new password was asked for, for ${who}`,
  ),
  'password.reset': careful('Password reset', ({ who }) => `${who} set a new password with a mailed code`),
  'password.changed': info('Password changed', ({ who }) => `${who} changed the password`),
  'authenticator.set-up': well('Authenticator set up', ({ who }) => `${who} set up an authenticator`),
  'authenticator.replaced': careful(
    'Authenticator replaced',
    ({ who }) => `${who} replaced the authenticator`,
  ),
  'authenticator.reset-by-admin': careful(
    'Authenticator reset by an admin',
    ({ who, by }) => `${by} reset the authenticator of ${who}`,
  ),
  'recovery-codes.renewed': info('Recovery codes renewed', ({ who }) => `${who} made new recovery codes`),
  'user.role-changed': careful(
    'Role changed',
    ({ who, by, detail }) => `${by} changed the role of ${who}${detail}`,
  ),
  'user.name-changed': info(
    'Name changed',
    ({ who, by, detail }) => `${by} changed the name of ${who}${detail}`,
  ),
  'user.disabled': careful('Person disabled', ({ who, by }) => `${by} disabled ${who}`),
  'user.enabled': careful('Person enabled', ({ who, by }) => `${by} enabled ${who} again`),
  'user.sessions-ended': info('Sessions ended', ({ who, by }) => `${by} ended the sessions of ${who}`),
  'service-client.created': careful(
    'Service client made',
    ({ by, detail }) => `${by} made a service client${detail}`,
  ),
  'service-client.rotated': careful(
    'Service client got a new secret',
    ({ by, detail }) => `${by} gave a service client a new secret${detail}`,
  ),
  'service-client.revoked': careful(
    'Service client revoked',
    ({ by, detail }) => `${by} revoked a service client${detail}`,
  ),
  'service-client.refused': careful(
    'Service client refused',
    ({ detail }) => `A service client was refused${detail}`,
  ),
};

export interface AuditNames {
  readonly nobody: string;
  readonly somebody: string;
}

/** What happened, as a sentence without its full stop. An unknown account or client is `nobody`, an unknown doer `somebody`. */
export function sayEntry(entry: AuditEntry, { nobody, somebody }: AuditNames): string {
  return meanings[entry.event].say({
    who: entry.userName ?? nobody,
    by: entry.byName ?? somebody,
    detail: entry.detail === null ? '' : `: ${entry.detail}`,
  });
}

/** What the sentence does not say of the detail already. */
export function detailBeside(entry: AuditEntry): string | null {
  const isSaid = sayEntry(entry, { nobody: '', somebody: '' }).endsWith(`: ${entry.detail}`);
  return isSaid ? null : entry.detail;
}

function info(label: string, say: Say): Meaning {
  return { label, say, tone: 'info' };
}

function well(label: string, say: Say): Meaning {
  return { label, say, tone: 'well' };
}

function careful(label: string, say: Say): Meaning {
  return { label, say, tone: 'careful' };
}

function trouble(label: string, say: Say): Meaning {
  return { label, say, tone: 'trouble' };
}
