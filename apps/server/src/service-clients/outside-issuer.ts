import type { Service } from '../app.ts';

/**
 * Somebody else who vouches for programs, such as the sign-in service of a company. Asked for each request whose token is
 * not of our own making.
 */
export interface OutsideIssuer {
  /**
   * The program that the token names, with what it may do here; null for everything that is not beyond doubt: also when the
   * issuer's keys cannot be had. Never throws, and answers within five seconds whatever the issuer does.
   */
  vouchFor(token: string, nowMs: number): Promise<(Service & { readonly expiresAtMs: number }) | null>;
}

/** Where none is configured. */
export const noOutsideIssuer: OutsideIssuer = { vouchFor: async () => null };
