import type { Call } from '@ringdesk/shared';
import { sayDuration } from '../ui/durations.ts';
import { plainText } from '../ui/plain-text.ts';
import styles from './CallView.module.css';
import { callMessages } from './call.messages.ts';
import { timeOfDay } from './row-facts.ts';
import { sayDisposition } from './wrap-up.ts';

const say = callMessages.ended;

/** How a call came out, in one line below its transcript. */
export function EndedCall({ call }: { readonly call: Call }) {
  const outcome = call.status === 'abandoned' ? say.abandoned : outcomeOf(call);
  return (
    <footer className={styles.ended}>
      <b>{outcome}</b>
      {factsOf(call).map((fact) => ` · ${fact}`)}
    </footer>
  );
}

function outcomeOf(call: Call): string {
  return call.disposition === null ? say.closed : plainText(sayDisposition(call.disposition));
}

function factsOf(call: Call): string[] {
  const { queuedAt, claimedAt, endedAt, repName } = call;
  const facts: string[] = [];
  if (repName !== null) facts.push(say.by(plainText(repName)));
  const waitedUntil = claimedAt ?? endedAt;
  if (waitedUntil !== null)
    facts.push(say.waited(sayDuration(Date.parse(waitedUntil) - Date.parse(queuedAt))));
  if (claimedAt !== null && endedAt !== null) {
    facts.push(say.talked(sayDuration(Date.parse(endedAt) - Date.parse(claimedAt))));
  }
  if (endedAt !== null) facts.push(say.at(timeOfDay(endedAt)));
  return facts;
}
