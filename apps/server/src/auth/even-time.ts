import type { Clock, Result } from '@ringdesk/shared';

/** Longer than the work behind it takes on a machine that is not overrun. */
const evenMs = 300;

/** Answers no earlier than a fixed time after the question, so that the time does not tell which way the work went. */
export async function inEvenTime<Value>(
  clock: Pick<Clock, 'after'>,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const even = evenOut(clock);
  const result = await work();
  await even;
  return result;
}

/** The same for what is refused; what is granted is answered at once. */
export async function refusedInEvenTime<Value>(
  clock: Pick<Clock, 'after'>,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const even = evenOut(clock);
  const result = await work();
  if (!result.ok) await even;
  return result;
}

function evenOut(clock: Pick<Clock, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    clock.after(evenMs, resolve);
  });
}
