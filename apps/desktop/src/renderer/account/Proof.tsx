import type { Refusal } from '@ringdesk/shared';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { sayField, sayRefusal } from '../http/say-refusal.ts';
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

interface ProofProblems {
  readonly password?: string;
  readonly code?: string;
  readonly form?: string;
}

function problemsIn(refusal: Refusal): ProofProblems {
  const password = sayField(refusal, 'password');
  if (password !== undefined) return { password };
  if (refusal.code === 'CODE_WRONG') return { code: say.codeWrong };
  const code = sayField(refusal, 'code') ?? sayField(refusal, 'recoveryCode');
  return code === undefined ? { form: sayRefusal(refusal) } : { code };
}

/** Password and code together, before something that would lock out the owner if somebody else did it. */
export function Proof({ words, onProven }: ProofProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isRecovery, setIsRecovery] = useState(false);
  const [problems, setProblems] = useState<ProofProblems>({});
  const [isBusy, setIsBusy] = useState(false);

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What is wrong is heard with its field.
    if (Object.keys(problems).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setProblems({});
    const refusal = await onProven({ password, ...(isRecovery ? { recoveryCode: code } : { code }) });
    setIsBusy(false);
    if (refusal === null) return;
    setCode('');
    setProblems(problemsIn(refusal));
  }
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
      <p>{words}</p>
      <PasswordField
        label={say.currentPassword}
        showLabel={say.showPassword}
        capsLockHint={say.capsLock}
        autoComplete="current-password"
        size="large"
        value={password}
        problem={problems.password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {isRecovery ? (
        <TextField
          label={say.recoveryCode}
          size="large"
          autoComplete="off"
          spellCheck={false}
          value={code}
          problem={problems.code}
          onChange={(event) => setCode(event.target.value)}
        />
      ) : (
        <CodeField label={say.code} value={code} problem={problems.code} onChange={setCode} isBusy={isBusy} />
      )}
      <TextLink
        onClick={() => {
          setIsRecovery(!isRecovery);
          setCode('');
        }}
      >
        {isRecovery ? say.useCode : say.useRecoveryCode}
      </TextLink>
      {problems.form === undefined ? null : (
        <Banner tone="trouble" isBoxed>
          {problems.form}
        </Banner>
      )}
      <SubmitButton isBusy={isBusy}>{say.next}</SubmitButton>
    </form>
  );
}
