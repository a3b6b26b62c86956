import { type ReactNode, useState } from 'react';
import { call } from '../http/call.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { notice } from '../ui/notices.store.ts';
import styles from './Account.module.css';
import { accountMessages } from './messages.ts';
import { Proof, type Proven } from './Proof.tsx';

const say = accountMessages;

/** The parts of the door that are used here too. */
export interface FactorParts {
  /** Sets up the authenticator that the token belongs to. */
  readonly setUp: (enrollToken: string, onDone: (recoveryCodes: readonly string[]) => void) => ReactNode;
  readonly codes: (recoveryCodes: readonly string[]) => ReactNode;
}

type Step =
  | { readonly at: 'prove'; readonly wish: 'replace' | 'renew' }
  | { readonly at: 'set-up'; readonly enrollToken: string }
  | { readonly at: 'codes'; readonly recoveryCodes: readonly string[] };

/** The authenticator and the recovery codes, each changed after showing who asks. */
export function Factor({ parts }: { readonly parts: FactorParts }) {
  const [step, setStep] = useState<Step | null>(null);

  async function replace(proven: Proven) {
    const answer = await call('totp.replace', proven);
    if (!answer.ok) return answer.error;
    setStep({ at: 'set-up', enrollToken: answer.value.enrollToken });
    return null;
  }
  async function renew(proven: Proven) {
    const answer = await call('recovery-codes.renew', proven);
    if (!answer.ok) return answer.error;
    setStep({ at: 'codes', recoveryCodes: answer.value.recoveryCodes });
    return null;
  }
  function inside(now: Step): ReactNode {
    if (now.at === 'prove')
      return now.wish === 'replace' ? (
        <Proof words={say.replaceWords} onProven={replace} />
      ) : (
        <Proof words={say.renewWords} onProven={renew} />
      );
    if (now.at === 'set-up')
      return parts.setUp(now.enrollToken, (recoveryCodes) => {
        notice(say.replaced, 'well');
        setStep({ at: 'codes', recoveryCodes });
      });
    return (
      <div className={styles.form}>
        <p>{say.codesWords}</p>
        {parts.codes(now.recoveryCodes)}
        <Button look="primary" size="large" onClick={() => setStep(null)}>
          {say.codesKept}
        </Button>
      </div>
    );
  }
  return (
    <Card title={say.factor} about={say.factorAbout}>
      <div className={styles.foot}>
        <Button onClick={() => setStep({ at: 'prove', wish: 'replace' })}>{say.replace}</Button>
        <Button onClick={() => setStep({ at: 'prove', wish: 'renew' })}>{say.renew}</Button>
      </div>
      {step === null ? null : (
        <Dialog
          isOpen
          onClose={() => setStep(null)}
          title={titleOf(step)}
          closeLabel={say.close}
          widthPx={448}
        >
          {inside(step)}
        </Dialog>
      )}
    </Card>
  );
}

function titleOf(step: Step): string {
  if (step.at === 'codes') return say.codesTitle;
  return step.at === 'prove' && step.wish === 'renew' ? say.renewTitle : say.replaceTitle;
}
