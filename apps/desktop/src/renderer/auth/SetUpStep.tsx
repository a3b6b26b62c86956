import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages, setUpMessages } from './door.messages.ts';
import { SetUpKey, useSecret } from './SetUpKey.tsx';
import styles from './SetUpStep.module.css';
import { StepCard } from './StepCard.tsx';
import { StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { stepLate } from './step-late.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { confirm, enterDesk } from './ways-in.ts';

const say = setUpMessages;

/** The authenticator: scanned or typed, then proven with its first code. */
export function SetUpStep({ way }: { readonly way: At<'set-up'> }) {
  const { enrollToken, email, why } = way;
  const { secret, isAway, again } = useSecret(enrollToken, stepLate);
  const [code, setCode] = useState('');
  const step = useStep(['code']);

  const submit = (typed: string) =>
    step.ask({
      problems: found({ code: checks.code(typed) }),
      ask: () => confirm({ code: typed }, enrollToken),
      meanings: { CODE_WRONG: { code: say.wrong } },
      refused: stepLate,
      done: ({ recoveryCodes }) => atDoor({ what: 'set-up', recoveryCodes }),
    });

  return (
    <StepCard
      title={say.title[why]}
      lead={say.lead[why]}
      problem={step.problems.form}
      foot={
        why === 'lost' ? (
          <TextLink onClick={enterDesk}>{say.recovered.later}</TextLink>
        ) : (
          <TextLink onClick={() => atDoor({ what: 'sign-in-wished', email })}>
            {doorMessages.backToSignIn}
          </TextLink>
        )
      }
    >
      <ol className={styles.steps}>
        <li>
          <h2>{say.open}</h2>
          <p className={styles.how}>{say.openHow}</p>
        </li>
        <li>
          <h2>{say.scan}</h2>
          {isAway ? (
            <p className={styles.away} role="alert">
              {say.away} <Button onClick={again}>{say.again}</Button>
            </p>
          ) : (
            <SetUpKey secret={secret} />
          )}
        </li>
        <li>
          <h2>{say.type}</h2>
          <StepForm step={step} submitLabel={say.submit} onSubmit={() => submit(code)}>
            <CodeField
              label={doorMessages.code}
              isLabelHidden
              value={code}
              isBusy={step.isBusy}
              problem={step.problems.code}
              onChange={setCode}
              onComplete={(whole) => void submit(whole)}
            />
          </StepForm>
        </li>
      </ol>
    </StepCard>
  );
}
