import { useEffect, useState } from 'react';
import { ConnectionBar } from '../app/ConnectionBar.tsx';
import { HelpSheet } from '../app/HelpSheet.tsx';
import { Palette } from '../app/Palette.tsx';
import { Rail } from '../app/Rail.tsx';
import { useShortcut } from '../app/shortcuts.ts';
import { useAppShortcuts } from '../app/use-app-shortcuts.ts';
import { useCurrentCall, useOffer } from '../calls/desk.store.ts';
import { QueuePanel } from '../calls/QueuePanel.tsx';
import { usePickedCall } from '../calls/queue-view.store.ts';
import { PresenceSwitch } from '../reps/PresenceSwitch.tsx';
import { useMedia } from '../ui/use-media.ts';
import { ContextPanel } from './ContextPanel.tsx';
import { DeskMiddle } from './DeskMiddle.tsx';
import styles from './DeskScreen.module.css';

/** Under these the facts are a drawer and the queue a strip; the same widths stand in the style sheet. */
const drawerBelow = '(max-width: 75em)';
const stripBelow = '(max-width: 68.75em)';

/** The desk: rail, queue, the call in the middle, its facts on the right. */
export function DeskScreen() {
  const [isHelp, setIsHelp] = useState(false);
  const [isPalette, setIsPalette] = useState(false);
  useAppShortcuts({ onHelp: () => setIsHelp(true), onPalette: () => setIsPalette(true) });
  return (
    <div className={styles.screen}>
      <div>
        <ConnectionBar />
      </div>
      <div className={styles.frame}>
        <Rail onHelp={() => setIsHelp(true)} />
        <Queue />
        <CallAndFacts />
      </div>
      <HelpSheet isOpen={isHelp} onClose={() => setIsHelp(false)} />
      <Palette isOpen={isPalette} onClose={() => setIsPalette(false)} />
    </div>
  );
}

function Queue() {
  const isStrip = useMedia(stripBelow);
  const [isWide, setIsWide] = useState(false);
  return (
    <div className={styles.queue}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving the opened strip closes it, as its button does */}
      <div
        className={styles.queueInner}
        data-wide={isStrip && isWide}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isStrip) setIsWide(false);
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
  useEffect(() => setIsOpen(!isDrawer), [isDrawer]);
  useShortcut('context.toggle', () => setIsOpen((before) => !before));
  const shown = picked ?? current;
  return (
    <>
      <DeskMiddle call={shown} isContextOpen={isOpen} onOpenContext={() => setIsOpen(true)} />
      {isOpen ? (
        <ContextPanel call={shown ?? ringing?.call ?? null} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}
