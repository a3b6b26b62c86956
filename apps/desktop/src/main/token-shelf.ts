import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SafeStorage } from 'electron';
import { z } from 'zod';

/** The keychain of the system, as far as it is used. */
type Vault = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/** Where the refresh token of this machine lies between two starts of the app. */
export interface TokenShelf {
  /** Whether the system can keep a secret; without it the token lives no longer than the app. */
  readonly isSafe: () => boolean;
  /** The token that was kept for this server; null when there is none, or when it cannot be read. */
  readonly read: () => string | null;
  readonly keep: (token: string) => void;
  readonly forget: () => void;
}

const Kept = z.strictObject({ server: z.string(), refreshToken: z.string().min(1) });

/** A file that only this user of the system can read, sealed by the keychain and bound to one server. */
export function tokenShelf(of: {
  readonly folder: string;
  readonly server: URL;
  readonly vault: Vault;
  readonly platform?: NodeJS.Platform;
}): TokenShelf {
  const { folder, server, vault, platform = process.platform } = of;
  const file = path.join(folder, 'session.bin');
  // Chromium's own `basic_text` hides a secret behind a password that everybody knows.
  const isSafe = () =>
    vault.isEncryptionAvailable() &&
    (platform !== 'linux' || !['basic_text', 'unknown'].includes(vault.getSelectedStorageBackend()));
  return {
    isSafe,
    read: () => {
      try {
        if (!isSafe()) return null;
        const kept = Kept.parse(JSON.parse(vault.decryptString(readFileSync(file))));
        return kept.server === server.origin ? kept.refreshToken : null;
      } catch {
        // Missing, damaged, or sealed by another machine: nobody is signed in.
        return null;
      }
    },
    keep: (refreshToken) => {
      if (!isSafe()) return;
      const sealed = vault.encryptString(JSON.stringify({ server: server.origin, refreshToken }));
      try {
        // A name of its own first, so that a crash leaves the old token or the new one, never half of one.
        writeFileSync(`${file}.new`, sealed, { mode: 0o600, flush: true });
        renameSync(`${file}.new`, file);
      } catch {
        // A full disk costs the sign-in of the next start, not this one. The old token is spent and must not be shown again.
        rmSync(file, { force: true });
      }
    },
    forget: () => {
      rmSync(file, { force: true });
      rmSync(`${file}.new`, { force: true });
    },
  };
}
