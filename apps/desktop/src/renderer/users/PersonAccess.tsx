import type { Person } from '@ringdesk/shared';
import { useState } from 'react';
import { refusalOf, useChange } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { useChangePerson } from './use-change-person.ts';

const say = peopleMessages;

/** Whether somebody may sign in, and the way back in for those who lost every factor. */
export function PersonAccess({ person, isMe }: { readonly person: Person; readonly isMe: boolean }) {
  const [asking, setAsking] = useState<'disable' | 'reset' | null>(null);
  const { change, problem, isBusy } = useChangePerson(person);
  const name = plainText(person.name);

  async function allow(isDisabled: boolean): Promise<string | null> {
    const trouble = await change({ isDisabled });
    if (trouble === null) notice(isDisabled ? say.isDisabled(name) : say.isEnabled(name), 'well');
    return trouble;
  }
  return (
    <section className={styles.part} aria-labelledby="person-access">
      <h3 id="person-access">{say.access}</h3>
      {problem === null || asking !== null ? null : (
        <Banner tone="trouble" isBoxed>
          {problem}
        </Banner>
      )}
      <div className={styles.actions}>
        {person.isDisabled ? (
          <Button disabled={isBusy} onClick={() => void allow(false)}>
            {say.enable}
          </Button>
        ) : (
          <Button
            look="danger"
            disabled={isMe}
            title={isMe ? say.notYourself : undefined}
            onClick={() => setAsking('disable')}
          >
            {say.disable}
          </Button>
        )}
        {person.hasAuthenticator && !isMe ? (
          <Button look="danger" onClick={() => setAsking('reset')}>
            {say.reset}
          </Button>
        ) : null}
      </div>
      {asking === 'disable' ? (
        <ConfirmDialog
          title={say.disableTitle(name)}
          confirmLabel={say.disable}
          cancelLabel={say.cancel}
          closeLabel={say.close}
          onConfirm={() => allow(true)}
          onClose={() => setAsking(null)}
        >
          {say.disableWords}
        </ConfirmDialog>
      ) : null}
      {asking === 'reset' ? <ResetAuthenticator person={person} onClose={() => setAsking(null)} /> : null}
    </section>
  );
}

function ResetAuthenticator({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [code, setCode] = useState('');
  const name = plainText(person.name);
  const reset = useChange('user.reset-authenticator', {
    touches: ['user.read', 'users.list', 'user.sessions'],
  });

  async function confirm(): Promise<string | null> {
    const refusal = await refusalOf(reset.mutateAsync({ id: person.id, code }));
    setCode('');
    if (refusal !== null) return sayRefusal(refusal);
    notice(say.resetDone(name), 'well');
    return null;
  }
  return (
    <ConfirmDialog
      title={say.resetTitle(name)}
      confirmLabel={say.reset}
      cancelLabel={say.cancel}
      closeLabel={say.close}
      isReady={code.length === 6}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{say.resetWords}</p>
      <CodeField label={say.ownCode} value={code} onChange={setCode} isBusy={reset.isPending} />
    </ConfirmDialog>
  );
}
