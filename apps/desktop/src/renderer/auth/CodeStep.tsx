import { useState } from 'react';
import { CodeField } from '../ui/CodeField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { StepCard, WithAddress } from './StepCard.tsx';
import { StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { stepLate } from './step-late.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { verifySignIn } from './ways-in.ts';

const say = doorMessages.factor;

/** The code of the authenticator; the sixth digit sends it. */
export function CodeStep({ way }: { readonly way: At<'code'> }) {
  const [code, setCode] = useState('');
  const step = useStep(['code']);

  const submit = (typed: string) =>
    step.ask({
      problems: found({ code: checks.code(typed) }),
      ask: () => verifySignIn({ code: typed }, way.challengeToken),
      meanings: { CODE_WRONG: { code: say.wrong } },
      refused: stepLate,
      done: () => atDoor({ what: 'entered' }),
    });

  return (
    <StepCard
      title={say.title}
      lead={<WithAddress words={say.lead(way.email)} />}
      problem={step.problems.form}
      foot={
        <>
          <TextLink onClick={() => atDoor({ what: 'recovery-wished' })}>{say.useRecovery}</TextLink>
          <TextLink onClick={() => atDoor({ what: 'device-lost' })}>{say.lost}</TextLink>
          <TextLink onClick={() => atDoor({ what: 'sign-in-wished', email: way.email })}>
            {doorMessages.backToSignIn}
          </TextLink>
        </>
      }
    >
      <StepForm step={step} submitLabel={say.signIn} onSubmit={() => submit(code)}>
        <CodeField
          label={doorMessages.code}
          value={code}
          isBusy={step.isBusy}
          problem={step.problems.code}
          onChange={setCode}
          onComplete={(whole) => void submit(whole)}
        />
      </StepForm>
    </StepCard>
  );
}
