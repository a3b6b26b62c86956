import type { Call, CallId } from '@ringdesk/shared';
import { Headset, PanelRightOpen } from 'lucide-react';
import { keysOf } from '../app/shortcuts.ts';
import { CallView } from '../calls/CallView.tsx';
import { useOffer } from '../calls/desk.store.ts';
import { OfferCard } from '../calls/OfferCard.tsx';
import { useConversation } from '../calls/speakers.ts';
import { usePresence } from '../reps/presence.store.ts';
import { sayPresence } from '../reps/say-presence.ts';
import { TranscriptView } from '../transcripts/TranscriptView.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './DeskScreen.module.css';
import { deskMessages } from './messages.ts';

export interface DeskMiddleProps {
  readonly call: Call | null;
  readonly isContextOpen: boolean;
  readonly onOpenContext: () => void;
}

/** The middle of the desk: the offer over everything, then the call that was picked or is mine. */
export function DeskMiddle({ call, isContextOpen, onOpenContext }: DeskMiddleProps) {
  return (
    <main className={styles.middle} aria-label={deskMessages.main} tabIndex={-1} data-bare={!isContextOpen}>
      {isContextOpen ? null : (
        <IconButton
          icon={PanelRightOpen}
          label={deskMessages.showFacts}
          keys={keysOf('context.toggle')}
          className={styles.contextOpen}
          onClick={onOpenContext}
        />
      )}
      {call === null ? <h1 className="only-heard">{deskMessages.title}</h1> : null}
      {call === null ? <NoCall /> : <CallView callId={call.id} transcript={<Words callId={call.id} />} />}
      <OfferCard />
    </main>
  );
}

function Words({ callId }: { readonly callId: CallId }) {
  const { speakers, isLive } = useConversation(callId);
  return <TranscriptView callId={callId} speakers={speakers} isLive={isLive} />;
}

function NoCall() {
  const rep = usePresence();
  const isRinging = useOffer() !== null;
  if (rep === null || isRinging) return null;
  const isReady = rep.presence === 'available';
  return (
    <EmptyState
      icon={Headset}
      title={isReady ? deskMessages.ready : deskMessages.notAvailable}
      actions={
        isReady ? undefined : (
          <Button
            look="primary"
            size="large"
            keys={keysOf('presence.available')}
            onClick={() => void sayPresence({ presence: 'available', reason: null })}
          >
            {deskMessages.sayAvailable}
          </Button>
        )
      }
    >
      {isReady ? deskMessages.readyHint : deskMessages.notAvailableHint}
    </EmptyState>
  );
}
