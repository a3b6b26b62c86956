import { type Call, type CallId, isOver, type UserId } from '@ringdesk/shared';
import { type ReactNode, useEffect, useRef } from 'react';
import { CallActions } from './CallActions.tsx';
import { CallHeader } from './CallHeader.tsx';
import styles from './CallView.module.css';
import { callMessages } from './call.messages.ts';
import { useDeskCall, useMe } from './desk.store.ts';
import { EndedCall } from './EndedCall.tsx';
import { isFocusTaken } from './focus-home.ts';
import { callerOf } from './phone.ts';

export interface CallViewProps {
  readonly callId: CallId;
  /** Stands between the header and the actions. */
  readonly transcript: ReactNode;
}

/** The call in the middle of the desk: mine to work on, anybody else's or an ended one to read. */
export function CallView({ callId, transcript }: CallViewProps) {
  const call = useDeskCall(callId);
  const me = useMe();
  const view = useRef<HTMLElement>(null);
  useFocusWhenMine(call, me?.id === call?.repId, view);
  if (call === null || me === null) return null;
  return (
    <section
      ref={view}
      className={styles.view}
      aria-label={callMessages.view.title(callerOf(call))}
      tabIndex={-1}
      data-focus-home
    >
      <CallHeader call={call} me={me.id} />
      {transcript}
      <Foot call={call} me={me.id} />
    </section>
  );
}

/** What can be done now, or how the call came out. */
function Foot({ call, me }: { readonly call: Call; readonly me: UserId }) {
  if (isOver(call)) return <EndedCall call={call} />;
  return <CallActions call={call} me={me} />;
}

/** A call that became mine has the focus, unless the rep is busy elsewhere: the next key is meant for it. */
function useFocusWhenMine(
  call: Call | null,
  isMine: boolean,
  view: React.RefObject<HTMLElement | null>,
): void {
  const isActiveMine = isMine && call?.status === 'active';
  useEffect(() => {
    if (!isActiveMine) return;
    // After the card of the offer has given the focus back to where it was.
    const frame = requestAnimationFrame(() => {
      if (!isFocusTaken()) view.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isActiveMine, view]);
}
