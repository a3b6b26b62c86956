import { useState } from 'react';
import { CodeField } from '../ui/CodeField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { NewPasswordField } from './NewPasswordField.tsx';
import { ResendCode } from './ResendCode.tsx';
import styles from './StepCard.module.css';
import { StepCard, WithAddress } from './StepCard.tsx';
import { StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { forgotPassword, resetPassword } from './ways-in.ts';

const say = doorMessages.reset;

/** The code that was mailed, and the new password. */
export function ResetStep({ way }: { readonly way: At<'reset'> }) {
  const { email, sentAtMs } = way;
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const step = useStep(['code', 'password']);

  const submit = () =>
    step.ask({
      problems: found({ code: checks.code(code), password: checks.newPassword(password) }),
      ask: () => resetPassword({ email, code, password }),
      meanings: {
        CODE_WRONG: { code: doorMessages.verify.wrong },
        UNAUTHENTICATED: { code: doorMessages.verify.wrong },
      },
      done: () => atDoor({ what: 'password-set' }),
    });

  return (
    <StepCard
      title={say.title}
      lead={<WithAddress words={say.lead(email)} />}
      problem={step.problems.form}
      foot={
        <>
          <ResendCode
            sentAtMs={sentAtMs}
            email={email}
            send={() => forgotPassword({ email })}
            onSent={step.toFirst}
          />
          <TextLink onClick={() => atDoor({ what: 'reset-wished', email })}>{say.otherAddress}</TextLink>
        </>
      }
    >
      <StepForm step={step} submitLabel={say.submit} onSubmit={submit}>
        <CodeField
          label={doorMessages.code}
          value={code}
          isBusy={step.isBusy}
          problem={step.problems.code}
          onChange={setCode}
          onComplete={() =>
            step.form.current?.querySelector<HTMLInputElement>('[name="new-password"]')?.focus()
          }
        />
        {/* For password managers, which keep a password by its address. */}
        <input hidden name="email" autoComplete="username" value={email} readOnly tabIndex={-1} />
        <NewPasswordField
          label={doorMessages.newPassword}
          value={password}
          known={[email]}
          problem={step.problems.password}
          onChange={setPassword}
        />
      </StepForm>
      <p className={styles.aside}>{say.everywhere}</p>
    </StepCard>
  );
}
