/**
 * A start that cannot go on for a reason an operator can mend.
 * The message is one plain sentence which names the remedy; it is printed alone, without a stack, and the exit code is 1.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
