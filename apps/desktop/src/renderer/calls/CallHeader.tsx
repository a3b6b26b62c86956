import { type Call, isOnTheLine, type UserId } from '@ringdesk/shared';
import { serverNowMs, useServerSecond } from '../realtime/server-time.ts';
import { classes } from '../ui/classes.ts';
import { clockOf, sayDuration } from '../ui/durations.ts';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';
import styles from './CallHeader.module.css';
import { callMessages } from './call.messages.ts';
import { spanOf } from './call-actions.ts';
import { callLooks } from './call-looks.ts';
import { useAsLinked } from './owed-links.store.ts';
import { callerOf } from './phone.ts';
import { rowFacts } from './row-facts.ts';

const say = callMessages.view;

export interface CallHeaderProps {
  readonly call: Call;
  readonly me: UserId;
}

/** Who is calling, for how long, whose call it is and what it is about. */
export function CallHeader({ call, me }: CallHeaderProps) {
  const facts = rowFacts(call, me, serverNowMs());
  const { icon: Icon, colour } = callLooks[facts.look];
  const name = callerOf(call);
  const customer = useAsLinked(call).customerId === null ? say.noCustomer : say.customerLinked;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.name} title={name}>
          <bdi>{name}</bdi>
        </h1>
        {call.callerName === null ? null : (
          <span className={styles.phone}>{sayPhone(plainText(call.from))}</span>
        )}
        <Duration call={call} />
      </div>
      <p className={classes(styles.status, styles[colour])}>
        <Icon size={14} strokeWidth={2} aria-hidden />
        <span className={styles.state}>{plainText(facts.state)}</span>
        <span className={styles.about} title={plainText(facts.topic)}>
          {` · ${plainText(facts.topic)}`}
          {isOnTheLine(call) ? ` · ${customer}` : ''}
        </span>
      </p>
    </header>
  );
}

function Duration({ call }: { readonly call: Call }) {
  useServerSecond();
  const { from, to } = spanOf(call);
  const ms = (to === null ? serverNowMs() : Date.parse(to)) - Date.parse(from);
  const told = call.claimedAt === null ? say.waited : say.talked;
  return (
    <span className={styles.duration} role="timer" aria-live="off" title={`${told}: ${sayDuration(ms)}`}>
      <span className="only-heard">{told} </span>
      {clockOf(ms)}
    </span>
  );
}
