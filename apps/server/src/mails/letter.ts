import type { Role } from '@ringdesk/shared';

/** Where and when something was done, as a mail tells its owner. */
interface Deed {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly address: string;
  /** In a few words, such as `Chrome on Windows`. */
  readonly device: string;
}

/** What a mail has to say. Templates turn it into a subject, text and HTML. */
export type Letter = { readonly name: string } & (
  | { readonly kind: 'verify-email'; readonly code: string }
  | ({ readonly kind: 'account-exists' } & Deed)
  | { readonly kind: 'reset-password'; readonly code: string }
  | ({ readonly kind: 'password-changed'; readonly how: 'reset' | 'changed' } & Deed)
  | ({ readonly kind: 'authenticator-set-up'; readonly how: 'first' | 'replaced' } & Deed)
  | ({ readonly kind: 'authenticator-reset'; readonly by: string } & Deed)
  | ({ readonly kind: 'recovery-code-used'; readonly left: number } & Deed)
  | ({ readonly kind: 'recovery-codes-renewed' } & Deed)
  | ({ readonly kind: 'signed-in-somewhere-new' } & Deed)
  | ({ readonly kind: 'session-reused' } & Deed)
  | ({
      readonly kind: 'sign-in-stopped';
      readonly what: 'password' | 'code';
      readonly minutes: number;
    } & Deed)
  | ({ readonly kind: 'role-changed'; readonly role: Role; readonly by: string } & Deed)
  | ({ readonly kind: 'account-disabled'; readonly by: string } & Deed)
);
