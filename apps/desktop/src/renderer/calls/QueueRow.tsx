// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual; these roles say the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its rows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys for all of its rows
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a grid is one stop of the tab order
import type { CallId, UserId } from '@ringdesk/shared';
import { memo, useState } from 'react';
import { serverNowMs, useServerSecond } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';
import { callLooks } from './call-looks.ts';
import { useDeskCall } from './desk.store.ts';
import styles from './QueueRow.module.css';
import { queueMessages } from './queue.messages.ts';
import { rowFacts } from './row-facts.ts';

const isNewForMs = 1200;

export interface QueueRowProps {
  readonly id: CallId;
  readonly rowIndex: number;
  readonly me: UserId;
  readonly isPicked: boolean;
  /** Where the arrow keys are. */
  readonly isActive: boolean;
  readonly onPick: (id: CallId) => void;
  readonly onClaim: (id: CallId) => Promise<void>;
}

/** One call of the queue. It follows its own call, so that a change elsewhere never draws it again. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { id, rowIndex, me, isPicked, isActive, onPick, onClaim } = props;
  const call = useDeskCall(id);
  const nowMs = useServerSecond();
  const [isClaiming, setIsClaiming] = useState(false);
  if (call === null) return null;
  const facts = rowFacts(call, me, nowMs);
  const { icon: Icon, colour } = callLooks[facts.look];
  const isNew = serverNowMs() - Date.parse(call.queuedAt) < isNewForMs;
  const showsState = facts.look !== 'waiting' && facts.look !== 'mine';

  async function claim(): Promise<void> {
    setIsClaiming(true);
    await onClaim(id);
    setIsClaiming(false);
  }

  return (
    <div
      role="row"
      id={`queue-${id}`}
      aria-rowindex={rowIndex}
      aria-level={2}
      aria-selected={isPicked}
      data-active={isActive}
      data-new={isNew}
      className={classes(styles.row, styles[colour])}
      title={plainText(`${facts.name} · ${facts.state} · ${facts.topic}`)}
      onClick={() => onPick(id)}
    >
      <span className={styles.bar} aria-hidden />
      <Icon className={styles.icon} size={16} strokeWidth={1.75} aria-hidden />
      <div role="gridcell" className={styles.words}>
        <div className={styles.name} title={call.callerName === null ? undefined : sayPhone(call.from)}>
          {plainText(facts.name)}
        </div>
        <div className={styles.about}>
          <span className={showsState ? styles.state : 'only-heard'}>{plainText(facts.state)}</span>
          {showsState ? ' · ' : ' '}
          {plainText(facts.topic)}
        </div>
      </div>
      <div role="gridcell" className={styles.side}>
        {facts.canBeClaimed ? (
          <Button
            look="primary"
            className={styles.claim}
            tabIndex={-1}
            disabled={isClaiming}
            aria-label={queueMessages.claimCall(plainText(facts.name))}
            onClick={(event) => {
              event.stopPropagation();
              void claim();
            }}
          >
            {queueMessages.claim}
          </Button>
        ) : null}
        <span className={classes(styles.time, styles[facts.urgency])} title={facts.timeTold}>
          <span aria-hidden>{facts.time}</span>
          <span className="only-heard">{facts.timeTold}</span>
        </span>
      </div>
    </div>
  );
});
