import { useEffect, useState } from 'react';
import { runAction, useShortcut } from '../app/shortcuts.ts';
import { useCurrentCall, useOffer } from '../calls/desk.store.ts';
import { QueuePanel } from '../calls/QueuePanel.tsx';
import { pickCall, usePickedCall, usePickedId } from '../calls/queue-view.store.ts';
import { PresenceSwitch } from '../reps/PresenceSwitch.tsx';
import { useMedia } from '../ui/use-media.ts';
import { ContextPanel } from './ContextPanel.tsx';
import { DeskMiddle } from './DeskMiddle.tsx';
import styles from './DeskScreen.module.css';

/** Under these the facts are a drawer and the queue a strip; the same widths stand in the style sheet. */
const drawerBelow = '(max-width: 75em)';
const stripBelow = '(max-width: 68.75em)';

/** The desk: queue, the call in the middle, its facts. The frame around it has the rail. */
export function DeskScreen() {
  useShortcut('place.desk', () => pickCall(null));
  return (
    <>
      <Queue />
      <CallAndFacts />
    </>
  );
}

function Queue() {
  const isStrip = useMedia(stripBelow);
  const [isWide, setIsWide] = useState(false);
  const picked = usePickedId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a call was picked to be read, so the queue gives way
  useEffect(() => setIsWide(false), [picked, isStrip]);
  return (
    <div className={styles.queue}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving the opened strip closes it, as its button does */}
      <div
        className={styles.queueInner}
        data-wide={isStrip && isWide}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isStrip || !isWide) return;
          // Used up here: it must not decline the call that rings.
          event.preventDefault();
          setIsWide(false);
        }}
      >
        <QueuePanel isStrip={isStrip} isWide={isWide} onWide={setIsWide}>
          <PresenceSwitch />
        </QueuePanel>
      </div>
    </div>
  );
}

function CallAndFacts() {
  const current = useCurrentCall();
  const picked = usePickedCall();
  const ringing = useOffer();
  const isDrawer = useMedia(drawerBelow);
  const [isOpen, setIsOpen] = useState(!isDrawer);
  useShortcut('context.toggle', () => setIsOpen((before) => !before));
  const isWrapUp = current?.status === 'wrap_up';
  const offerId = ringing?.offer.id ?? null;
  useEffect(() => {
    // The call that just ended asks how it came out: that must be in sight, whatever else was being read.
    if (isWrapUp) pickCall(null);
    setIsOpen(isWrapUp || !isDrawer);
  }, [isWrapUp, isDrawer]);
  useEffect(() => {
    // A drawer would lie over the call that rings.
    if (isDrawer && offerId !== null) setIsOpen(false);
  }, [isDrawer, offerId]);
  const shown = picked ?? current;
  // Closed, the notes are not there yet; once they are, they answer to the same action themselves.
  useShortcut(
    'call.note',
    () => {
      setIsOpen(true);
      requestAnimationFrame(() => requestAnimationFrame(() => runAction('call.note')));
    },
    !isOpen && shown !== null,
  );
  return (
    <>
      <DeskMiddle call={shown} isContextOpen={isOpen} onOpenContext={() => setIsOpen(true)} />
      {isOpen ? (
        <ContextPanel call={shown ?? ringing?.call ?? null} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}
