import { RecoveryCode } from '@ringdesk/shared';
import { useState } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import { StepCard } from './StepCard.tsx';
import { StepForm } from './StepForm.tsx';
import { found } from './say-problems.ts';
import { stepLate } from './step-late.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { enterDesk, verifySignIn } from './ways-in.ts';

const say = doorMessages.recovery;

/** One of the ten codes that were kept for this day. */
export function RecoveryStep({ way }: { readonly way: At<'recovery-code'> }) {
  const [typed, setTyped] = useState('');
  const step = useStep(['recoveryCode']);

  const submit = () =>
    step.ask({
      problems: found({ recoveryCode: RecoveryCode.safeParse(typed).success ? undefined : say.missing }),
      ask: () => verifySignIn({ recoveryCode: typed }, way.challengeToken),
      meanings: { CODE_WRONG: { recoveryCode: say.wrong } },
      refused: stepLate,
      done: ({ enrollToken, recoveryCodesLeft }) => {
        if (enrollToken === undefined) return enterDesk();
        atDoor({ what: 'recovered', enrollToken, codesLeft: recoveryCodesLeft ?? null });
      },
    });

  return (
    <StepCard
      title={say.title}
      lead={say.lead}
      problem={step.problems.form}
      foot={
        <>
          <TextLink onClick={() => atDoor({ what: 'code-wished' })}>{say.useApp}</TextLink>
          <TextLink onClick={() => atDoor({ what: 'device-lost' })}>{doorMessages.factor.lost}</TextLink>
        </>
      }
    >
      <StepForm step={step} submitLabel={doorMessages.factor.signIn} onSubmit={submit}>
        <TextField
          label={say.label}
          placeholder={say.placeholder}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          size="large"
          value={typed}
          problem={step.problems.recoveryCode}
          onChange={(event) => setTyped(event.target.value)}
        />
      </StepForm>
    </StepCard>
  );
}
