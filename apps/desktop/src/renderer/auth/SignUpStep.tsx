import { useState } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { NewPasswordField } from './NewPasswordField.tsx';
import { StepCard } from './StepCard.tsx';
import { EmailField, StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { signUp } from './ways-in.ts';

const say = doorMessages.signUp;

export interface SignUpStepProps {
  readonly way: At<'sign-up'>;
  /** What was typed before somebody came back to change their address; in memory only. */
  readonly password: string;
  readonly onPassword: (password: string) => void;
}

/** Who somebody is, and the password they will use. */
export function SignUpStep({ way, password, onPassword }: SignUpStepProps) {
  const [name, setName] = useState(way.name);
  const [email, setEmail] = useState(way.email);
  const step = useStep(['name', 'email', 'password']);

  const submit = () =>
    step.ask({
      problems: found({
        name: checks.name(name),
        email: checks.email(email),
        password: checks.newPassword(password),
      }),
      ask: () => signUp({ name, email, password }),
      done: ({ flow }) =>
        atDoor({ what: 'signed-up', name: name.trim(), email: email.trim(), flow, atMs: Date.now() }),
    });

  return (
    <StepCard
      title={say.title}
      lead={say.lead}
      problem={step.problems.form}
      foot={<TextLink onClick={() => atDoor({ what: 'sign-in-wished', email })}>{say.haveOne}</TextLink>}
    >
      <StepForm step={step} submitLabel={say.submit} onSubmit={submit}>
        <TextField
          label={say.name}
          hint={say.nameHint}
          name="name"
          autoComplete="name"
          maxLength={80}
          size="large"
          value={name}
          problem={step.problems.name}
          onChange={(event) => setName(event.target.value)}
        />
        <EmailField value={email} problem={step.problems.email} onChange={setEmail} />
        <NewPasswordField
          label={doorMessages.password}
          value={password}
          known={[name, email]}
          problem={step.problems.password}
          onChange={onPassword}
        />
      </StepForm>
    </StepCard>
  );
}
