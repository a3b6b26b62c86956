import type { Refusal } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { groupsOf } from './codes.ts';
import { doorMessages, setUpMessages } from './door.messages.ts';
import styles from './SetUpStep.module.css';
import { enroll } from './ways-in.ts';

const say = setUpMessages;

interface Secret {
  readonly secret: string;
  readonly qrSvg: string;
}

/** The picture comes from the server; as an image it can draw and do nothing else. Until it is there its place is kept. */
export function SetUpKey({ secret }: { readonly secret: Secret | null }) {
  const isSlow = useSlowly(secret === null);
  if (secret === null)
    return <div className={styles.waiting}>{isSlow ? <Skeleton height="9rem" /> : null}</div>;
  return (
    <div className={styles.key}>
      <img
        className={styles.qr}
        alt={say.qr}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(secret.qrSvg)}`}
      />
      <div className={styles.typed}>
        <p className={styles.how}>{say.scanHow}</p>
        <code className={styles.groups} aria-label={say.keySpelled([...secret.secret].join(' '))} role="img">
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

/** The secret that belongs to the token: asked again, it is the same. `isLate` hears of a token that is no longer good. */
export function useSecret(enrollToken: string, isLate: (refusal: Refusal) => boolean) {
  const [secret, setSecret] = useState<Secret | null>(null);
  const [tries, setTries] = useState(0);
  const [isAway, setIsAway] = useState(false);
  const latest = useRef(isLate);
  useEffect(() => {
    latest.current = isLate;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks again
  useEffect(() => {
    let isCurrent = true;
    setIsAway(false);
    void enroll(enrollToken).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setSecret(answer.value);
      else if (!latest.current(answer.error)) setIsAway(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [enrollToken, tries]);
  return { secret, isAway, again: () => setTries(tries + 1) };
}
