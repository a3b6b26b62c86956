import type { Output, SignedInDevice } from '@ringdesk/shared';
import { useState } from 'react';
import { useChange, useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerSecond } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './Account.module.css';
import { endOtherSessions } from './end-other-sessions.ts';
import { accountMessages } from './messages.ts';
import { SessionRow } from './SessionRow.tsx';

const say = accountMessages;
const lookAgainMs = 20_000;

export interface OwnSessionsProps {
  /** Ends every session, this one too; the sentence of a refusal, or null. */
  readonly onSignOutEverywhere: () => Promise<string | null>;
}

/** Where I am signed in, and how that is ended. */
export function OwnSessions({ onSignOutEverywhere }: OwnSessionsProps) {
  const nowMs = useServerSecond();
  const [asking, setAsking] = useState<'others' | 'everywhere' | null>(null);
  const list = useRecord('sessions.list', {}, { refetchInterval: lookAgainMs });
  const isSlow = useSlowly(list.isPending);
  const end = useEnd();
  const devices = list.data?.items ?? [];
  const others = devices.filter(({ isCurrent }) => !isCurrent);

  async function endOthers(): Promise<string | null> {
    const answer = await endOtherSessions(others);
    await list.refetch();
    if (!answer.ok) return sayRefusal(answer.error);
    notice(say.othersEnded(others.length), 'well');
    return null;
  }
  return (
    <Card title={say.sessions} about={say.sessionsAbout}>
      {list.error === null ? null : (
        <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
          {sayRefusal(list.error.refusal)}
        </Trouble>
      )}
      {isSlow ? <Skeleton height="2.75rem" /> : null}
      {devices.length === 0 ? null : (
        <ul className={styles.sessions} aria-label={say.sessions}>
          {devices.map((device) => (
            <SessionRow key={device.id} device={device} nowMs={nowMs} onEnd={() => end(device)} />
          ))}
        </ul>
      )}
      <footer className={styles.foot}>
        {others.length === 0 ? null : <Button onClick={() => setAsking('others')}>{say.endOthers}</Button>}
        <Button look="danger" onClick={() => setAsking('everywhere')}>
          {say.everywhere}
        </Button>
      </footer>
      {asking === null ? null : (
        <ConfirmDialog
          title={asking === 'others' ? say.endOthersTitle : say.everywhereTitle}
          confirmLabel={asking === 'others' ? say.endOthers : say.everywhere}
          cancelLabel={say.cancel}
          closeLabel={say.close}
          onConfirm={asking === 'others' ? endOthers : onSignOutEverywhere}
          onClose={() => setAsking(null)}
        >
          {asking === 'others' ? say.endOthersWords(others.length) : say.everywhereWords}
        </ConfirmDialog>
      )}
    </Card>
  );
}

/** Ends one session; it leaves the list at once, and comes back when the server refuses. */
function useEnd(): (device: SignedInDevice) => void {
  const end = useChange('session.end', {
    touches: ['sessions.list'],
    foresee: (records, { id }) =>
      records.setQueriesData<Output<'sessions.list'>>(
        { queryKey: ['sessions.list'] },
        (list) => list && { ...list, items: list.items.filter((one) => one.id !== id) },
      ),
  });
  return ({ id, device }) =>
    end.mutate(
      { id },
      {
        onSuccess: () => notice(say.ended(device), 'well'),
        onError: ({ refusal }) => notice(sayRefusal(refusal), 'trouble'),
      },
    );
}
