import type { Call } from '@ringdesk/shared';
import { ChevronRight, PanelRightClose, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { keysOf } from '../app/shortcuts.ts';
import { CallFacts } from '../calls/CallFacts.tsx';
import { useMe } from '../calls/desk.store.ts';
import { NotesPanel } from '../calls/NotesPanel.tsx';
import { WrapUpPanel } from '../calls/WrapUpPanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CallSide } from './CallSide.tsx';
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
  const me = useMe();
  const isMine =
    call !== null && call.repId === me?.id && (call.status === 'active' || call.status === 'wrap_up');
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
          <CallSide key={call.id} call={call} isMine={isMine} head={<WrapUpPanel callId={call.id} />}>
            <AboutCall key={String(isMine)} isOpen={!isMine}>
              <CallFacts call={call} />
            </AboutCall>
          </CallSide>
          <div className={styles.contextNotes}>
            <NotesPanel callId={call.id} />
          </div>
        </>
      )}
    </aside>
  );
}

/** The facts of the call itself; on one's own call they stand back behind the customer. */
function AboutCall({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) {
  return (
    <details className={styles.about} open={isOpen}>
      <summary>
        <ChevronRight size={14} strokeWidth={2} aria-hidden />
        {deskMessages.aboutCall}
      </summary>
      {children}
    </details>
  );
}
