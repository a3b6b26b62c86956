import { type Result, refused } from '@ringdesk/shared';

const mostTries = 5;

/**
 * Tries a write until it is done or refused. `attempt` answers null when what it had looked at has changed meanwhile, so that
 * a look at the new state decides; somebody who is passed every time is asked to come again.
 */
export async function untilSettled<Value>(
  attempt: () => Promise<Result<Value> | null>,
): Promise<Result<Value>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const settled = await attempt();
    if (settled !== null) return settled;
  }
  return refused('UNAVAILABLE');
}
