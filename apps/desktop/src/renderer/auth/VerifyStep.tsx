import { useState } from 'react';
import { CodeField } from '../ui/CodeField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { ResendCode } from './ResendCode.tsx';
import { StepCard, WithAddress } from './StepCard.tsx';
import { StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { resendCode, verifyEmail } from './ways-in.ts';

const say = doorMessages.verify;

/** The code that was mailed: the address is theirs. */
export function VerifyStep({ way }: { readonly way: At<'verify'> }) {
  const { email, flow, sentAtMs } = way;
  const [code, setCode] = useState('');
  const step = useStep(['code']);

  const submit = (typed: string) =>
    step.ask({
      problems: found({ code: checks.code(typed) }),
      ask: () => verifyEmail({ email, code: typed, flow }),
      meanings: { CODE_WRONG: { code: say.wrong }, UNAUTHENTICATED: { code: say.wrong } },
      done: ({ enrollToken }) => atDoor({ what: 'verified', enrollToken }),
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
            send={() => resendCode({ email, flow })}
            onSent={step.toFirst}
          />
          <TextLink onClick={() => atDoor({ what: 'address-wrong' })}>{say.addressWrong}</TextLink>
        </>
      }
    >
      <StepForm step={step} submitLabel={say.submit} onSubmit={() => submit(code)}>
        <CodeField
          label={doorMessages.code}
          hint={say.spam}
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
