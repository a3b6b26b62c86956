import { useEffect, useState } from 'react';
import { ConnectionBar } from '../app/ConnectionBar.tsx';
import { HelpSheet } from '../app/HelpSheet.tsx';
import { Palette } from '../app/Palette.tsx';
import { Rail } from '../app/Rail.tsx';
import { runAction, useShortcut } from '../app/shortcuts.ts';
import { useAppShortcuts } from '../app/use-app-shortcuts.ts';
import { useCurrentCall, useOffer } from '../calls/desk.store.ts';
import { QueuePanel } from '../calls/QueuePanel.tsx';
import { pickCall, usePickedCall, usePickedId } from '../calls/queue-view.store.ts';
import { RingSettings } from '../calls/RingSettings.tsx';
import { PresenceSwitch } from '../reps/PresenceSwitch.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useMedia } from '../ui/use-media.ts';
import { ContextPanel } from './ContextPanel.tsx';
import { DeskMiddle } from './DeskMiddle.tsx';
import styles from './DeskScreen.module.css';
import { deskMessages } from './messages.ts';

/** Under these the facts are a drawer and the queue a strip; the same widths stand in the style sheet. */
const drawerBelow = '(max-width: 75em)';
const stripBelow = '(max-width: 68.75em)';

/** The desk: rail, queue, the call in the middle, its facts on the right. */
export function DeskScreen() {
  const [isHelp, setIsHelp] = useState(false);
  const [isPalette, setIsPalette] = useState(false);
  const [isSound, setIsSound] = useState(false);
  useShortcut('place.desk', () => pickCall(null));
  useShortcut('sound.open', () => setIsSound(true));
  useAppShortcuts({ onHelp: () => setIsHelp(true), onPalette: () => setIsPalette(true) });
  return (
    <div className={styles.screen}>
      <div>
        <ConnectionBar />
      </div>
      <div className={styles.frame}>
        <Rail onHelp={() => setIsHelp(true)} onSound={() => setIsSound(true)} />
        <Queue />
        <CallAndFacts />
      </div>
      <HelpSheet isOpen={isHelp} onClose={() => setIsHelp(false)} />
      <Dialog
        isOpen={isSound}
        onClose={() => setIsSound(false)}
        title={deskMessages.sound}
        closeLabel={deskMessages.close}
      >
        <RingSettings />
      </Dialog>
      <Palette isOpen={isPalette} onClose={() => setIsPalette(false)} />
    </div>
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
