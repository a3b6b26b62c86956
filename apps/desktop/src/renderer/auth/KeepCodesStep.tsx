import { useEffect, useId, useRef, useState } from 'react';
import { bridge } from '../app/bridge.ts';
import { announce } from '../ui/announcements.store.ts';
import { Button } from '../ui/Button.tsx';
import { setUpMessages } from './door.messages.ts';
import styles from './KeepCodesStep.module.css';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { StepCard } from './StepCard.tsx';
import { enterDesk } from './ways-in.ts';

const say = setUpMessages.keep;

/** Ten recovery codes, shown this once: the desk opens when somebody says that they kept them. */
export function KeepCodesStep({ codes }: { readonly codes: readonly string[] }) {
  const [isKept, setIsKept] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useWarnBeforeLeaving();

  function goOn(): void {
    if (isKept) enterDesk();
    else askToKeep();
  }
  function askToKeep(): void {
    setIsMissing(true);
    announce(say.first);
    box.current?.focus();
  }

  return (
    <StepCard title={say.title} lead={say.lead}>
      <RecoveryCodes codes={codes} />
      <div className={styles.promise}>
        <label className={styles.kept}>
          <input
            ref={box}
            type="checkbox"
            checked={isKept}
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${id}-first` : undefined}
            onChange={(event) => {
              setIsKept(event.target.checked);
              setIsMissing(false);
            }}
          />
          {say.kept}
        </label>
        {isMissing ? (
          <p id={`${id}-first`} className={styles.first}>
            {say.first}
          </p>
        ) : null}
      </div>
      <Button look="primary" size="large" onClick={goOn}>
        {say.goOn}
      </Button>
    </StepCard>
  );
}

/** A browser asks before the page leaves; the app's window would silently refuse to close. */
function useWarnBeforeLeaving(): void {
  useEffect(() => {
    if (bridge.kind === 'desktop') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
