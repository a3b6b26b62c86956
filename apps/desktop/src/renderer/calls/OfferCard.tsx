import { type Call, type RingingOffer, sayWhy } from '@ringdesk/shared';
import { PhoneIncoming } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useIsOnline } from '../realtime/connection.store.ts';
import { serverNowMs, useServerSecond } from '../realtime/server-time.ts';
import { announce } from '../ui/announcements.store.ts';
import { Button } from '../ui/Button.tsx';
import { sayDuration } from '../ui/durations.ts';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';
import { callMessages } from './call.messages.ts';
import { claimCall, declineCall } from './commands.ts';
import { useOffer } from './desk.store.ts';
import { isFocusTaken, onPopupLeft, rescueFocus } from './focus-home.ts';
import styles from './OfferCard.module.css';
import { callerOf } from './phone.ts';
import { pickCall } from './queue-view.store.ts';
import { MuteButton } from './RingSettings.tsx';
import { sayRefusal } from './refusals.ts';

import { secondsUntil } from './wrap-up.ts';

const say = callMessages.offer;

/** The call that rings for this rep, over the middle of the desk; nothing while none does. */
export function OfferCard() {
  const ringing = useOffer();
  return ringing === null ? null : <Ringing key={ringing.offer.id} {...ringing} />;
}

interface RingingProps {
  readonly call: Call;
  readonly offer: RingingOffer;
}

function Ringing({ call, offer }: RingingProps) {
  useServerSecond();
  const nowMs = serverNowMs();
  const take = useRef<HTMLButtonElement>(null);
  const { answer, busy, problem } = useAnswer(call);
  const isOnline = useIsOnline();
  const isOpen = isOnline && busy === null;
  useShortcut('offer.take', () => void answer('take'), isOpen);
  useShortcut('offer.decline', () => void answer('decline'), isOpen);
  useFocusOn(take);

  const name = callerOf(call);
  const waitedMs = nowMs - Date.parse(call.queuedAt);
  // Told once an offer, as it was when it began to ring.
  const [news] = useState(() => say.announce(name, waitedMs, isFocusTaken()));
  useEffect(() => announce(news), [news]);

  return (
    <div className={styles.over}>
      <section className={styles.card} aria-labelledby={`offer-${offer.id}`}>
        <header className={styles.head}>
          <div className={styles.who}>
            <p className={styles.kind}>
              <PhoneIncoming size={14} strokeWidth={2} aria-hidden /> {say.title}
            </p>
            <h2 id={`offer-${offer.id}`} title={name}>
              <bdi>{name}</bdi>
            </h2>
            <p className={styles.facts}>
              {call.callerName === null ? null : <span>{sayPhone(plainText(call.from))}</span>}
              <span>{say.waiting(sayDuration(waitedMs))}</span>
            </p>
          </div>
          <Countdown expiresAt={offer.expiresAt} nowMs={nowMs} />
        </header>
        {call.topic === null ? null : (
          <p className={styles.topic} dir="auto">
            {plainText(call.topic)}
          </p>
        )}
        <p className={styles.why}>{say.why(plainText(sayWhy(offer.why)))}</p>
        {problem === null ? null : (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <footer className={styles.actions}>
          <Button
            ref={take}
            look="primary"
            size="large"
            keys={keysOf('offer.take')}
            disabled={!isOnline}
            aria-disabled={!isOpen}
            onClick={() => isOpen && void answer('take')}
            onKeyDown={refuseHeldKey}
          >
            {busy === 'take' ? say.taking : say.take}
          </Button>
          <Button
            size="large"
            keys={keysOf('offer.decline')}
            disabled={!isOnline}
            aria-disabled={!isOpen}
            onClick={() => isOpen && void answer('decline')}
          >
            {say.decline}
          </Button>
          <span className={styles.mute}>
            <MuteButton />
          </span>
        </footer>
      </section>
    </div>
  );
}

/** The Enter that closed the last call, held a moment too long, must not take the next one. */
function refuseHeldKey(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

type Reply = 'take' | 'decline';

/** Answers the offer once at a time. A refusal stands in the card, or in the corner when the card is gone by then. */
function useAnswer(call: Call) {
  const [busy, setBusy] = useState<Reply | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  async function answer(reply: Reply): Promise<void> {
    setBusy(reply);
    setProblem(null);
    const result = await (reply === 'take' ? claimCall(call.id) : declineCall(call.id));
    setBusy(null);
    if (result.ok && reply === 'take') pickCall(null);
    if (result.ok) return;
    const sentence = sayRefusal(result.error, call);
    if (isThere.current) setProblem(sentence);
    else notice(sentence);
  }
  return { answer, busy, problem };
}

/** Enter is at hand when a call rings, unless the rep writes; when the card leaves the focus goes back or to the call. */
function useFocusOn(button: React.RefObject<HTMLButtonElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const card = button.current?.closest('section');
    function takeFocus(): void {
      if (!isFocusTaken()) button.current?.focus({ preventScroll: true });
    }
    takeFocus();
    // A menu hands the focus back to its button, where Enter would open it again instead of taking the call.
    const stop = onPopupLeft(takeFocus);
    return () => {
      stop();
      if (card?.contains(document.activeElement)) rescueFocus(before);
    };
  }, [button]);
}

const radius = 22;
const around = 2 * Math.PI * radius;

function Countdown({ expiresAt, nowMs }: { readonly expiresAt: string; readonly nowMs: number }) {
  // What is left when the card appears is the whole ring: the length of an offer is the server's to choose.
  const [wholeMs] = useState(() => Math.max(1000, Date.parse(expiresAt) - nowMs));
  const leftMs = Math.max(0, Date.parse(expiresAt) - nowMs);
  // Each second glides to where the next one begins.
  const shown = Math.max(0, leftMs - 1000) / wholeMs;
  const seconds = secondsUntil(expiresAt, nowMs);
  return (
    <div className={styles.countdown} role="timer" aria-label={say.secondsLeft(seconds)} aria-live="off">
      <svg viewBox="0 0 52 52" aria-hidden="true">
        <circle cx="26" cy="26" r={radius} className={styles.track} />
        <circle
          cx="26"
          cy="26"
          r={radius}
          className={styles.left}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - shown)}
        />
      </svg>
      <span aria-hidden>{seconds}</span>
    </div>
  );
}
