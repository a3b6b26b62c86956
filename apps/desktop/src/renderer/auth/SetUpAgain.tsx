import { useEffect, useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { doorMessages, setUpMessages } from './door.messages.ts';
import { SetUpKey, useSecret } from './SetUpKey.tsx';
import styles from './SetUpStep.module.css';
import { StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { useStep } from './use-step.ts';
import { confirm } from './ways-in.ts';

const say = setUpMessages;

export interface SetUpAgainProps {
  readonly enrollToken: string;
  readonly onDone: (recoveryCodes: readonly string[]) => void;
}

/** Another authenticator for somebody who is signed in: scanned or typed, then proven with its first code. */
export function SetUpAgain({ enrollToken, onDone }: SetUpAgainProps) {
  const [isLate, setIsLate] = useState(false);
  const { secret, isAway, again } = useSecret(enrollToken, isOver);
  const [code, setCode] = useState('');
  const step = useStep(['code']);
  const { form } = step;

  function isOver(refusal: { readonly code: string }): boolean {
    setIsLate(refusal.code === 'UNAUTHENTICATED');
    return refusal.code === 'UNAUTHENTICATED';
  }
  const submit = (typed: string) =>
    step.ask({
      problems: found({ code: checks.code(typed) }),
      ask: () => confirm({ code: typed }, enrollToken),
      meanings: { CODE_WRONG: { code: say.wrong } },
      refused: isOver,
      done: ({ recoveryCodes }) => onDone(recoveryCodes),
    });
  const isReady = secret !== null;
  // The code can be typed as soon as there is a key to make it from.
  useEffect(() => {
    if (isReady) form.current?.querySelector('input')?.focus();
  }, [isReady, form]);
  if (isLate)
    return (
      <Banner tone="careful" isBoxed>
        {say.lateAgain}
      </Banner>
    );
  return (
    <div className={styles.again}>
      <p>{say.openAgain}</p>
      {isAway ? (
        <p className={styles.away} role="alert">
          {say.away} <Button onClick={again}>{say.again}</Button>
        </p>
      ) : (
        <SetUpKey secret={secret} />
      )}
      <StepForm step={step} submitLabel={say.submit} onSubmit={() => submit(code)}>
        <CodeField
          label={doorMessages.code}
          value={code}
          isBusy={step.isBusy}
          problem={step.problems.code ?? step.problems.form}
          onChange={setCode}
          onComplete={(whole) => void submit(whole)}
        />
      </StepForm>
    </div>
  );
}
