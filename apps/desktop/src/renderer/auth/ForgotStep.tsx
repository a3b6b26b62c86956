import { useState } from 'react';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { StepCard } from './StepCard.tsx';
import { EmailField, StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { forgotPassword } from './ways-in.ts';

const say = doorMessages.forgot;

/** Whose password is to be set anew. */
export function ForgotStep({ way }: { readonly way: At<'forgot'> }) {
  const [email, setEmail] = useState(way.email);
  const step = useStep(['email']);

  const submit = () =>
    step.ask({
      problems: found({ email: checks.email(email) }),
      ask: () => forgotPassword({ email }),
      done: () => atDoor({ what: 'code-sent', email: email.trim(), atMs: Date.now() }),
    });

  return (
    <StepCard
      title={say.title}
      lead={say.lead}
      problem={step.problems.form}
      foot={
        <TextLink onClick={() => atDoor({ what: 'sign-in-wished', email })}>
          {doorMessages.backToSignIn}
        </TextLink>
      }
    >
      <StepForm step={step} submitLabel={say.submit} onSubmit={submit}>
        <EmailField value={email} problem={step.problems.email} onChange={setEmail} />
      </StepForm>
    </StepCard>
  );
}
