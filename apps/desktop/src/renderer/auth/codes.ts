/** How long somebody waits before asking for another code. */
const resendSeconds = 30;

/** Whole seconds until another code may be asked for; a clock that was set back never makes it longer. */
export function secondsUntilResend(sentAtMs: number, nowMs: number): number {
  const left = Math.ceil((sentAtMs - nowMs) / 1000) + resendSeconds;
  return Math.min(Math.max(left, 0), resendSeconds);
}

/** A secret as it is typed: groups of four. */
export function groupsOf(secret: string): readonly string[] {
  return secret.match(/.{1,4}/gu) ?? [];
}

/** The file somebody keeps their recovery codes in. */
export function recoveryFile(
  codes: readonly string[],
  { title, how }: { title: string; how: string },
): string {
  return `${title}\n\n${codes.join('\n')}\n\n${how}\n`;
}
