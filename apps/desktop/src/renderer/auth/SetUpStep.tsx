import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { CodeField } from '../ui/CodeField.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { groupsOf } from './codes.ts';
import { doorMessages, setUpMessages } from './door.messages.ts';
import styles from './SetUpStep.module.css';
import { StepCard } from './StepCard.tsx';
import { StepForm } from './StepForm.tsx';
import { checks, found } from './say-problems.ts';
import { stepLate } from './step-late.ts';
import { useStep } from './use-step.ts';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { confirm, enroll, enterDesk } from './ways-in.ts';

const say = setUpMessages;

/** The authenticator: scanned or typed, then proven with its first code. */
export function SetUpStep({ way }: { readonly way: At<'set-up'> }) {
  const { enrollToken, email, why } = way;
  const { secret, isAway, again } = useSecret(enrollToken);
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
          <p>{say.openHow}</p>
        </li>
        <li>
          <h2>{say.scan}</h2>
          <p>{say.scanHow}</p>
          {isAway ? (
            <p className={styles.away} role="alert">
              {say.away} <Button onClick={again}>{say.again}</Button>
            </p>
          ) : (
            <Key secret={secret} />
          )}
        </li>
        <li>
          <h2>{say.type}</h2>
          <StepForm step={step} submitLabel={say.submit} onSubmit={() => submit(code)}>
            <CodeField
              label={doorMessages.code}
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

interface Secret {
  readonly secret: string;
  readonly qrSvg: string;
}

/** The picture comes from the server; as an image it can draw and do nothing else. Until it is there its place is kept. */
function Key({ secret }: { readonly secret: Secret | null }) {
  const isSlow = useSlowly(secret === null);
  if (secret === null)
    return <div className={styles.waiting}>{isSlow ? <Skeleton height="10.5rem" /> : null}</div>;
  return (
    <div className={styles.key}>
      <img
        className={styles.qr}
        alt={say.qr}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(secret.qrSvg)}`}
      />
      <div className={styles.typed}>
        <span className={styles.label}>{say.key}</span>
        <code className={styles.groups} aria-label={[...secret.secret].join(' ')} role="img">
          {groupsOf(secret.secret).map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same; only their place tells them apart
            <span key={place}>{group}</span>
          ))}
        </code>
        <CopyButton
          text={secret.secret}
          label={say.copyKey}
          copiedLabel={doorMessages.copied}
          failedLabel={doorMessages.copyFailed}
        />
      </div>
    </div>
  );
}

/** The secret that belongs to the token: asked again, it is the same. */
function useSecret(enrollToken: string) {
  const [secret, setSecret] = useState<Secret | null>(null);
  const [tries, setTries] = useState(0);
  const [isAway, setIsAway] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks again
  useEffect(() => {
    let isCurrent = true;
    setIsAway(false);
    void enroll(enrollToken).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setSecret(answer.value);
      else if (!stepLate(answer.error.code)) setIsAway(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [enrollToken, tries]);
  return { secret, isAway, again: () => setTries(tries + 1) };
}
