import { useState } from 'react';
import { RingSettings } from '../calls/RingSettings.tsx';
import { undoneCount } from '../outbox/outbox.store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { signOut } from './desk-session.ts';
import { HelpSheet } from './HelpSheet.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { appMessages } from './messages.ts';
import { Palette } from './Palette.tsx';
import { useShortcut } from './shortcuts.ts';
import { useAppShortcuts } from './use-app-shortcuts.ts';

/** What opens over every place: the keys, the palette, the sound of offers, the way out. Each is opened by its action. */
export function Dialogs() {
  const [open, setOpen] = useState<'help' | 'palette' | 'sound' | 'leave' | null>(null);
  const close = () => setOpen(null);
  useShortcut('sound.open', () => setOpen('sound'));
  useAppShortcuts({
    onHelp: () => setOpen('help'),
    onPalette: () => setOpen('palette'),
    onSignOut: () => (undoneCount() > 0 ? setOpen('leave') : void signOut()),
  });
  return (
    <>
      <HelpSheet isOpen={open === 'help'} onClose={close} />
      <Dialog
        isOpen={open === 'sound'}
        onClose={close}
        title={appMessages.sound}
        closeLabel={appMessages.close}
      >
        <RingSettings />
      </Dialog>
      {open === 'leave' ? <LeaveDialog count={undoneCount()} onClose={close} /> : null}
      <Palette isOpen={open === 'palette'} onClose={close} />
    </>
  );
}
