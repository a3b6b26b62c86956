import type { Answer, Call, UserId } from '@ringdesk/shared';
import { CornerUpLeft, NotebookPen, PhoneIncoming, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { keysOf, runAction, useShortcut } from '../app/shortcuts.ts';
import { useIsOnline } from '../realtime/connection.store.ts';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import styles from './CallView.module.css';
import { callMessages } from './call.messages.ts';
import { leavesOf, type Side, sideOf } from './call-actions.ts';
import { claimCall, endCall, releaseCall } from './commands.ts';
import { useCurrentCall } from './desk.store.ts';
import { pickCall } from './queue-view.store.ts';
import { sayRefusal } from './refusals.ts';

const say = callMessages.view;

type Action = 'claim' | 'end' | 'release';

const commands: Readonly<Record<Action, (callId: Call['id']) => Promise<Answer<Call>>>> = {
  claim: claimCall,
  end: endCall,
  release: releaseCall,
};

/** What can be done with the call now, and in words why nothing can. */
export function CallActions({ call, me }: { readonly call: Call; readonly me: UserId }) {
  const current = useCurrentCall();
  const isOnline = useIsOnline();
  const { act, busy, problem } = useActions(call);
  const leaves = leavesOf(call, {
    id: me,
    holdsActiveCall: current?.status === 'active' && current.id !== call.id,
  });
  const side = sideOf(call, me);
  const isMine = side === 'mine';
  const isOpen = isOnline && busy === null;
  useShortcut('call.end', () => void act('end'), isMine && isOpen);
  useShortcut('call.release', () => void act('release'), isMine && isOpen);

  return (
    <footer className={styles.actions}>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {isMine ? (
        <>
          <Button look="danger" keys={keysOf('call.end')} disabled={!isOpen} onClick={() => void act('end')}>
            <PhoneOff size={16} strokeWidth={1.75} aria-hidden />
            {busy === 'end' ? say.ending : say.end}
          </Button>
          <Button
            keys={keysOf('call.release')}
            title={say.releaseHint}
            disabled={!isOpen}
            onClick={() => void act('release')}
          >
            <CornerUpLeft size={16} strokeWidth={1.75} aria-hidden />
            {busy === 'release' ? say.releasing : say.release}
          </Button>
          <Button keys={keysOf('call.note')} onClick={() => runAction('call.note')}>
            <NotebookPen size={16} strokeWidth={1.75} aria-hidden />
            {say.notes}
          </Button>
        </>
      ) : null}
      {side === 'waiting' ? (
        <Button
          look="primary"
          disabled={!isOpen || !leaves.claim.isAllowed}
          onClick={() => void act('claim')}
        >
          <PhoneIncoming size={16} strokeWidth={1.75} aria-hidden />
          {busy === 'claim' ? say.taking : say.take}
        </Button>
      ) : null}
      <p className={styles.reason}>{isOnline ? reasonOf(call, side, leaves.claim.isAllowed) : say.offline}</p>
    </footer>
  );
}

function reasonOf(call: Call, side: Side, mayTake: boolean): string {
  const rep = plainText(call.repName ?? say.somebody);
  switch (side) {
    case 'waiting':
      return mayTake ? say.mayTake : say.busy;
    case 'ringing-me':
      return say.ringsForMe;
    case 'ringing-other':
      return say.ringsFor(plainText(call.offeredToName ?? say.somebody));
    case 'others':
      return call.status === 'wrap_up' ? say.wrapUpOf(rep) : say.withRep(rep);
    case 'my-wrap-up':
      return say.wrapUp;
    case 'mine':
    case 'ended':
      return '';
  }
}

/** Does one action at a time; a refusal stands beside the buttons until the next try. */
function useActions(call: Call) {
  const [busy, setBusy] = useState<Action | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function act(action: Action): Promise<void> {
    setBusy(action);
    setProblem(null);
    const answer = await commands[action](call.id);
    setBusy(null);
    if (!answer.ok) return setProblem(sayRefusal(answer.error, call));
    // The desk shows what is mine now: the claimed call, its wrap-up, or nothing after a release.
    pickCall(null);
  }
  return { act, busy, problem };
}
