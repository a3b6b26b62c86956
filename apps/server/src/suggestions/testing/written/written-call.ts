import type { ProblemKind } from '../../problem-kinds.ts';
import type { SpokenAddress } from '../../recognised.ts';

/**
 * A call written by hand, as speech-to-text would write it: `rep: …`, `assistant: …`, everything else the caller's, one
 * turn a line. What is not among the facts was never said, or is not the caller's.
 */
export interface WrittenCall {
  readonly title: string;
  readonly lines: readonly string[];
  /** When it began; a Thursday morning in Denver where nothing else is said. */
  readonly at?: string;
  readonly timeZone?: string;
  readonly name?: string;
  /** E.164, with `;ext=` where an extension was said. */
  readonly phone?: string;
  readonly email?: string;
  readonly address?: Partial<SpokenAddress> & Pick<SpokenAddress, 'street'>;
  /** `2026-03-10 16:00-18:00`; a time that was not said is missing, `2026-03-10 -` is the whole day. */
  readonly wish?: string;
  readonly problem: ProblemKind | null;
}
