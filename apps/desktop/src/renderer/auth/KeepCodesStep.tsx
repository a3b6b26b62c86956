import { Download } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { bridge } from '../app/bridge.ts';
import { announce } from '../ui/announcements.store.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { saveText } from '../ui/save-text.ts';
import { recoveryFile } from './codes.ts';
import { doorMessages, setUpMessages } from './door.messages.ts';
import styles from './KeepCodesStep.module.css';
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
  function save(): void {
    saveText(recoveryFile(codes, { title: say.fileTitle, how: say.fileHow }), say.fileName);
    announce(say.saved);
  }

  return (
    <StepCard title={say.title} lead={say.lead}>
      <ul className={styles.codes} aria-label={say.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.ways}>
        <CopyButton
          size="large"
          text={codes.join('\n')}
          label={say.copy}
          copiedLabel={doorMessages.copied}
          failedLabel={doorMessages.copyFailed}
        />
        <Button size="large" onClick={save}>
          <Download size={14} strokeWidth={2} aria-hidden />
          {say.save}
        </Button>
      </div>
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
