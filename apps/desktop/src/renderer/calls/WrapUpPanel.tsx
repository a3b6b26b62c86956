import { type Call, type CallId, standardDispositions } from '@ringdesk/shared';
import { Check } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useIsOnline } from '../realtime/connection.store.ts';
import { serverNowMs, useServerSecond } from '../realtime/server-time.ts';
import { announce } from '../ui/announcements.store.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { clockOf } from '../ui/durations.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { callMessages } from './call.messages.ts';
import { wrapUpCall } from './commands.ts';
import { useDeskCall, useMe } from './desk.store.ts';
import { isFocusTaken, onPopupLeft, rescueFocus } from './focus-home.ts';
import { notesNow, notesSettled } from './notes.store.ts';
import { pickCall } from './queue-view.store.ts';
import { sayRefusal } from './refusals.ts';
import { useWrapUpKeys } from './use-wrap-up-keys.ts';
import styles from './WrapUpPanel.module.css';
import { secondsUntil } from './wrap-up.ts';

const say = callMessages.wrapUp;
const soonSeconds = 10;

/** How the call came out: picked by digit, arrow or click, closed by Enter. Nothing while the call is not in my wrap-up. */
export function WrapUpPanel({ callId }: { readonly callId: CallId }) {
  const call = useDeskCall(callId);
  const me = useMe();
  if (call === null || me === null || call.status !== 'wrap_up' || call.repId !== me.id) return null;
  return <WrapUp key={callId} call={call} />;
}

function WrapUp({ call }: { readonly call: Call }) {
  const [picked, setPicked] = useState<string | null>(call.disposition);
  const { close, isBusy, problem, setProblem } = useClosing(call, picked);
  const isOnline = useIsOnline();
  const panel = useRef<HTMLElement>(null);
  const id = useId();

  function pick(key: string): void {
    setPicked(key);
    setProblem(null);
    panel.current?.querySelector<HTMLInputElement>(`input[value="${key}"]`)?.focus();
  }
  useWrapUpKeys({ pick, close });
  useShortcut('form.save', close);
  useFocusOnList(panel);

  return (
    <section ref={panel} className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{say.title}</h2>
        {call.wrapUpEndsAt === null ? null : <Countdown endsAt={call.wrapUpEndsAt} />}
      </div>
      <div
        className={styles.list}
        role="radiogroup"
        aria-labelledby={id}
        aria-required="true"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
      >
        {standardDispositions.map(({ key, label }, place) => (
          <label key={key} className={classes(styles.choice, picked === key && styles.picked)}>
            <input
              type="radio"
              className="only-heard"
              name={id}
              value={key}
              checked={picked === key}
              onChange={() => pick(key)}
              aria-keyshortcuts={String(place + 1)}
            />
            <Kbd keys={String(place + 1)} />
            <span className={styles.label}>{label}</span>
            {picked === key ? <Check size={16} strokeWidth={2} aria-hidden /> : null}
          </label>
        ))}
      </div>
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <Button
          look="primary"
          keys="Enter"
          disabled={!isOnline || isBusy}
          title={keysOf('form.save')}
          onClick={close}
        >
          {isBusy ? say.closing : say.close}
        </Button>
        <span className={styles.hint}>{isOnline ? say.hint : callMessages.view.offline}</span>
      </div>
    </section>
  );
}

/** Closes the call with what was picked and the notes as they stand; one try at a time. */
function useClosing(call: Call, picked: string | null) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function closeCall(disposition: string): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    const text = notesNow(call.id)?.text ?? call.notes;
    const answer = await wrapUpCall(call.id, disposition, text);
    setIsBusy(false);
    if (!answer.ok) return setProblem(sayRefusal(answer.error, call));
    notesSettled(answer.value, text);
    pickCall(null);
  }
  function close(): void {
    if (isBusy) return;
    if (picked === null) setProblem(say.nonePicked);
    else void closeCall(picked);
  }
  return { close, isBusy, problem, setProblem };
}

/** The list is at hand when the wrap-up begins, unless the rep still writes; when it leaves, the focus is not lost. */
function useFocusOnList(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const own = panel.current;
    function takeFocus(): void {
      if (isFocusTaken()) return;
      const picked = own?.querySelector<HTMLInputElement>('input:checked') ?? own?.querySelector('input');
      picked?.focus({ preventScroll: true });
    }
    takeFocus();
    // A menu that was open gives the focus back to its button, where Enter would open it again.
    const stop = onPopupLeft(takeFocus);
    return () => {
      stop();
      rescueFocus(null);
    };
  }, [panel]);
}

function Countdown({ endsAt }: { readonly endsAt: string }) {
  useServerSecond();
  const seconds = secondsUntil(endsAt, serverNowMs());
  const isSoon = seconds <= soonSeconds;
  useEffect(() => {
    if (isSoon) announce(say.soon);
  }, [isSoon]);
  return (
    <span className={classes(styles.left, isSoon && styles.soon)} role="timer" aria-live="off">
      {say.left(clockOf(seconds * 1000))}
    </span>
  );
}
