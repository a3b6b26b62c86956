import type { Answer, User } from '@ringdesk/shared';
import { Lock } from 'lucide-react';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { SubmitButton } from '../ui/SubmitButton.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './LockScreen.module.css';
import { lockMessages } from './messages.ts';

export interface LockScreenProps {
  readonly user: User;
  /** Demo people have no address and no authenticator. */
  readonly onUnlock: (code: string | null) => Promise<Answer<unknown>>;
  readonly onLeave: () => void;
}

/** In place of everything while the desk is locked: whose it is, and the code that opens it. */
export function LockScreen({ user, onUnlock, onLeave }: LockScreenProps) {
  const hasCode = user.email !== null;
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Whoever comes back types at once; without a code the one button is at hand.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button[type="submit"]')?.focus(), []);

  async function unlock(typed: string | null): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    const answer = await onUnlock(typed);
    setIsBusy(false);
    if (answer.ok) return;
    setCode('');
    setProblem(answer.error.code === 'UNAVAILABLE' ? lockMessages.away : answer.error.message);
  }
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    void unlock(hasCode ? code : null);
  }
  return (
    <main className={styles.page}>
      <form ref={form} className={styles.card} onSubmit={submit} aria-labelledby="locked">
        <span className={styles.sign} aria-hidden>
          <Lock size={22} strokeWidth={1.75} />
        </span>
        <header className={styles.head}>
          <h1 id="locked">{lockMessages.title}</h1>
          <p className={styles.whose}>
            {lockMessages.whose(user.name)}
            {user.email === null ? null : <span>{user.email}</span>}
          </p>
        </header>
        {hasCode ? (
          <CodeField
            label={lockMessages.code}
            hint={lockMessages.codeHint}
            value={code}
            onChange={setCode}
            onComplete={(whole) => void unlock(whole)}
            isBusy={isBusy}
          />
        ) : (
          <p className={styles.hint}>{lockMessages.demoHint}</p>
        )}
        {problem === null ? null : (
          <Banner tone="trouble" isBoxed>
            {problem}
          </Banner>
        )}
        <SubmitButton isBusy={isBusy}>{isBusy ? lockMessages.unlocking : lockMessages.unlock}</SubmitButton>
        <footer className={styles.foot}>
          {hasCode ? (
            <p>
              <b>{lockMessages.recovery}</b> {lockMessages.recoveryRemedy}
            </p>
          ) : null}
          <TextLink onClick={onLeave}>{lockMessages.somebodyElse}</TextLink>
        </footer>
      </form>
    </main>
  );
}
