/** What a use of a refresh token comes to. */
type Outcome = { readonly token: number } | 'UNAUTHENTICATED' | 'SESSION_REUSED';

interface Token {
  spentAtMs: number | null;
  successor: number | null;
}

const hourMs = 3_600_000;
const graceMs = 10_000;
const idleMs = 12 * hourMs;

/** One session and its refresh tokens in a page: tokens by the order of their making. */
export class RefreshModel {
  nowMs: number;
  readonly tokens: Token[] = [{ spentAtMs: null, successor: null }];
  /** The token that the owner's device holds. */
  held = 0;
  isDisabled = false;
  endedBy: 'owner' | 'reuse' | null = null;
  private expiresAtMs: number;
  private readonly endsAtMs: number;

  constructor(nowMs: number) {
    this.nowMs = nowMs;
    this.expiresAtMs = nowMs + idleMs;
    this.endsAtMs = nowMs + 7 * 24 * hourMs;
  }

  isLive(): boolean {
    return this.endedBy === null && !this.isDisabled && this.nowMs < this.expiresAtMs;
  }

  use(which: number): Outcome {
    const token = this.tokens[which];
    if (token === undefined) throw new Error(`there is no token ${which}`);
    if (this.endedBy === 'reuse') return 'SESSION_REUSED';
    if (!this.isLive()) return 'UNAUTHENTICATED';
    if (token.spentAtMs === null) {
      token.spentAtMs = this.nowMs;
      token.successor = this.tokens.push({ spentAtMs: null, successor: null }) - 1;
      this.expiresAtMs = Math.min(this.endsAtMs, this.nowMs + idleMs);
    } else if (this.nowMs - token.spentAtMs >= graceMs) {
      this.endedBy = 'reuse';
      return 'SESSION_REUSED';
    }
    return { token: token.successor ?? -1 };
  }

  /** The owner ends it, by signing out or with a new password. */
  end(): void {
    if (this.endedBy === null && this.nowMs < this.expiresAtMs) this.endedBy = 'owner';
  }

  /** The tokens that would still lead on: never more than one. */
  tips(): number[] {
    return this.tokens.flatMap((token, i) => (token.spentAtMs === null ? [i] : []));
  }
}
