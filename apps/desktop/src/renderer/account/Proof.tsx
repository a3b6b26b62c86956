import type { Refusal } from '@ringdesk/shared';
import { type SyntheticEvent, useState } from 'react';
import { sayRefusal } from '../http/say-refusal.ts';
import { Banner } from '../ui/Banner.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { SubmitButton } from '../ui/SubmitButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './Account.module.css';
import { accountMessages } from './messages.ts';

const say = accountMessages;

/** What shows that it is me, right now. */
export interface Proven {
  readonly password: string;
  readonly code?: string;
  readonly recoveryCode?: string;
}

export interface ProofProps {
  readonly words: string;
  /** Asks with the proof; the refusal, or null when it was taken. */
  readonly onProven: (proven: Proven) => Promise<Refusal | null>;
}

/** Password and code together, before something that would lock out the owner if somebody else did it. */
export function Proof({ words, onProven }: ProofProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isRecovery, setIsRecovery] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    const refusal = await onProven({ password, ...(isRecovery ? { recoveryCode: code } : { code }) });
    setIsBusy(false);
    if (refusal === null) return;
    setCode('');
    const isWrong = refusal.code === 'CODE_WRONG' || refusal.code === 'UNAUTHENTICATED';
    setProblem(isWrong ? say.proofWrong : sayRefusal(refusal));
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p>{words}</p>
      <PasswordField
        label={say.currentPassword}
        showLabel={say.showPassword}
        capsLockHint={say.capsLock}
        autoComplete="current-password"
        size="large"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {isRecovery ? (
        <TextField
          label={say.recoveryCode}
          size="large"
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      ) : (
        <CodeField label={say.code} value={code} onChange={setCode} isBusy={isBusy} />
      )}
      <TextLink
        onClick={() => {
          setIsRecovery(!isRecovery);
          setCode('');
        }}
      >
        {isRecovery ? say.useCode : say.useRecoveryCode}
      </TextLink>
      {problem === null ? null : (
        <Banner tone="trouble" isBoxed>
          {problem}
        </Banner>
      )}
      <SubmitButton isBusy={isBusy}>{say.next}</SubmitButton>
    </form>
  );
}
