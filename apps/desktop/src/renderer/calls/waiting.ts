/** How urgent a waiting caller is, against the usual service level of answering within 20 s. */
export type Urgency = 'calm' | 'careful' | 'late';

const answerWithinMs = 20_000;
const lateAfterMs = 60_000;

export function urgencyOf(waitedMs: number): Urgency {
  if (waitedMs < answerWithinMs) return 'calm';
  return waitedMs < lateAfterMs ? 'careful' : 'late';
}
