import { Scope } from '@ringdesk/shared';

/** One of the issuer's scopes, and what it means here. */
export interface ScopeMeaning {
  readonly theirs: string;
  readonly ours: Scope;
}

/**
 * Reads the setting OUTSIDE_SCOPES, such as `calls:read=read-records,calls:write=ingest-calls`; null when a part of it is
 * not such a pair with one of our scopes. One of theirs may stand in several pairs.
 */
export function readOutsideScopes(setting: string): readonly ScopeMeaning[] | null {
  const pairs = setting
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      const theirs = pair.slice(0, Math.max(0, at)).trim();
      const ours = Scope.safeParse(pair.slice(at + 1).trim());
      return /^[^\s;]+$/.test(theirs) && ours.success ? { theirs, ours: ours.data } : null;
    });
  const meanings = pairs.filter((pair) => pair !== null);
  return meanings.length === pairs.length ? meanings : null;
}

/** What a program may do here by the scopes that its issuer gave it; those that mean nothing here are passed over. */
export function scopesOf(given: readonly string[], meanings: readonly ScopeMeaning[]): Scope[] {
  const has = new Set(meanings.filter(({ theirs }) => given.includes(theirs)).map(({ ours }) => ours));
  return Scope.options.filter((scope) => has.has(scope));
}
