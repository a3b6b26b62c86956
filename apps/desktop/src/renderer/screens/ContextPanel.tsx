import type { Call } from '@ringdesk/shared';
import { PanelRightClose, UserRound } from 'lucide-react';
import { keysOf } from '../app/shortcuts.ts';
import { CallFacts } from '../calls/CallFacts.tsx';
import { NotesPanel } from '../calls/NotesPanel.tsx';
import { WrapUpPanel } from '../calls/WrapUpPanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './DeskScreen.module.css';
import { deskMessages } from './messages.ts';

/** Beside the call: how it came out once it is over, who is calling, and the notes. */
export function ContextPanel({
  call,
  onClose,
}: {
  readonly call: Call | null;
  readonly onClose: () => void;
}) {
  return (
    <aside className={styles.context} aria-label={deskMessages.facts}>
      <header className={styles.contextHead}>
        <h2>{deskMessages.facts}</h2>
        <IconButton
          icon={PanelRightClose}
          label={deskMessages.hideFacts}
          keys={keysOf('context.toggle')}
          onClick={onClose}
        />
      </header>
      {call === null ? (
        <EmptyState icon={UserRound} title={deskMessages.noFactsTitle}>
          {deskMessages.noFacts}
        </EmptyState>
      ) : (
        <>
          <div className={styles.contextBody}>
            <WrapUpPanel callId={call.id} />
            <CallFacts key={call.id} call={call} />
          </div>
          <div className={styles.contextNotes}>
            <NotesPanel callId={call.id} />
          </div>
        </>
      )}
    </aside>
  );
}
