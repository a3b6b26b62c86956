import type { Output, Person } from '@ringdesk/shared';
import { useState } from 'react';
import { refusalOf, useChange, useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Moment } from '../ui/Moment.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';

const say = peopleMessages;

/** Where somebody is signed in, each and all of it to be ended. */
export function PersonSessions({ person, nowMs }: { readonly person: Person; readonly nowMs: number }) {
  const [isAsking, setIsAsking] = useState(false);
  const list = useRecord('user.sessions', { id: person.id }, { refetchInterval: 15_000 });
  const end = useChange('user.end-sessions', { touches: ['user.sessions', 'user.read', 'users.list'] });
  const sessions = list.data?.items ?? [];

  async function endSessions(session: { readonly sessionId?: SessionOf } = {}): Promise<string | null> {
    const asked = end.mutateAsync({ id: person.id, ...session });
    const refusal = await refusalOf(asked);
    if (refusal !== null) return sayRefusal(refusal);
    notice(say.ended((await asked).ended), 'well');
    return null;
  }
  async function endOne(sessionId: SessionOf): Promise<void> {
    const trouble = await endSessions({ sessionId });
    if (trouble !== null) notice(trouble, 'trouble');
  }
  return (
    <section className={styles.part} aria-labelledby="person-sessions">
      <h3 id="person-sessions">{say.signedInAt}</h3>
      {list.error === null ? null : <p className={styles.quiet}>{sayRefusal(list.error.refusal)}</p>}
      {list.data !== undefined && sessions.length === 0 ? (
        <p className={styles.quiet}>{say.nowhere}</p>
      ) : null}
      <ul className={styles.sessions}>
        {sessions.map(({ id, device, address, lastSeenAt }) => (
          <li key={id}>
            <div>
              <span>{plainText(device)}</span>
              <span className={styles.quiet}>
                <Moment at={lastSeenAt} nowMs={nowMs} /> {say.address(plainText(address))}
              </span>
            </div>
            <Button aria-label={say.endOneOf(plainText(device))} onClick={() => void endOne(id)}>
              {say.endOne}
            </Button>
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : (
        <div>
          <Button onClick={() => setIsAsking(true)}>{say.endAll}</Button>
        </div>
      )}
      {isAsking ? (
        <ConfirmDialog
          title={say.endAllTitle(plainText(person.name))}
          confirmLabel={say.endAll}
          cancelLabel={say.cancel}
          closeLabel={say.close}
          onConfirm={() => endSessions()}
          onClose={() => setIsAsking(false)}
        >
          {say.endAllWords}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

type SessionOf = Output<'user.sessions'>['items'][number]['id'];
