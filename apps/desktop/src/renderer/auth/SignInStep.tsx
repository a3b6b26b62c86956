import { useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { StepCard } from './StepCard.tsx';
import { EmailField, StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { signIn } from './ways-in.ts';

const say = doorMessages.signIn;
const tones = {
  'password-set': 'well',
  'code-late': 'info',
  'set-up-late': 'info',
  disabled: 'trouble',
} as const;

/** Address and password; the code comes after. */
export function SignInStep({ way }: { readonly way: At<'sign-in'> }) {
  const [email, setEmail] = useState(way.email);
  const [password, setPassword] = useState('');
  const step = useStep(['email', 'password']);

  const submit = () =>
    step.ask({
      problems: found({ email: checks.email(email), password: checks.password(password) }),
      ask: () => signIn({ email, password }),
      meanings: { UNAUTHENTICATED: { password: say.wrong }, CODE_WRONG: { password: say.wrong } },
      done: (answer) =>
        atDoor(
          'challengeToken' in answer
            ? { what: 'password-right', email, challengeToken: answer.challengeToken }
            : { what: 'set-up-missing', email, enrollToken: answer.enrollToken },
        ),
    });

  return (
    <StepCard
      title={say.title}
      problem={step.problems.form}
      foot={
        <>
          <TextLink onClick={() => atDoor({ what: 'reset-wished', email })}>{say.forgot}</TextLink>
          <TextLink onClick={() => atDoor({ what: 'sign-up-wished', email })}>{say.signUp}</TextLink>
        </>
      }
    >
      {way.told === null ? null : (
        <Banner tone={tones[way.told]} isBoxed>
          {say.told[way.told]}
        </Banner>
      )}
      <StepForm step={step} submitLabel={doorMessages.goOn} onSubmit={submit}>
        <EmailField value={email} problem={step.problems.email} onChange={setEmail} />
        <PasswordField
          label={doorMessages.password}
          showLabel={doorMessages.showPassword}
          capsLockHint={doorMessages.capsLock}
          name="password"
          autoComplete="current-password"
          maxLength={256}
          size="large"
          value={password}
          problem={step.problems.password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </StepForm>
    </StepCard>
  );
}
