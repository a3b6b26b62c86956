import type { Answer } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { SideBySide } from '../ui/SideBySide.tsx';
import { type Entry, isDoubtful } from './entry.ts';
import { LookFirst } from './LookFirst.tsx';
import { outboxMessages as say } from './messages.ts';
import styles from './OutboxTray.module.css';
import { dropWrite, readTheirs, sendAgain, sendDoubtful } from './outbox.store.ts';
import { differencesOf, overTheirs, typedIn } from './side-by-side.ts';

export interface OutboxEntryProps {
  readonly entry: Entry;
  /** Opens a new record that was not taken in its form again, to be put right. */
  readonly onChange: (entry: Entry) => void;
  /** Whoever goes to a page to look leaves the tray. */
  readonly onLeave: () => void;
}

/** A write that is not done: what it is, why it waits, all that was typed, and what can be done about it. */
export function OutboxEntry({ entry, onChange, onLeave }: OutboxEntryProps) {
  const { id, label, refusal } = entry;
  const isInDoubt = isDoubtful(entry, useServerMinute());
  const state = refusal === null ? (isInDoubt ? say.doubt : say.waits) : plainText(refusal.message);
  // The same again would meet the same change: mine or theirs is chosen below.
  const isStale = refusal?.code === 'STALE';
  const hasForm = entry.name === 'customer.create' || entry.name === 'job.create';
  function change(): void {
    onLeave();
    onChange(entry);
  }
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.label}>
          <bdi className={styles.name}>{plainText(label)}</bdi>
          <span className={styles.state}>{state}</span>
        </span>
        {isInDoubt ? <LookFirst entry={entry} onLeave={onLeave} /> : null}
        {isInDoubt ? <Button onClick={() => sendDoubtful(id)}>{say.send}</Button> : null}
        {refusal !== null && hasForm ? <Button onClick={change}>{say.change}</Button> : null}
        {refusal === null || isStale ? null : <Button onClick={() => sendAgain(id)}>{say.retry}</Button>}
        <GiveUp id={id} />
      </div>
      <Typed entry={entry} />
      {isStale ? <Stale key={id} entry={entry} /> : null}
    </li>
  );
}

function GiveUp({ id }: { readonly id: string }) {
  const [isSure, setIsSure] = useState(false);
  return (
    <Button look={isSure ? 'danger' : 'quiet'} onClick={() => (isSure ? dropWrite(id) : setIsSure(true))}>
      {isSure ? say.reallyGiveUp : say.giveUp}
    </Button>
  );
}

function Typed({ entry }: { readonly entry: Entry }) {
  const typed = typedIn(entry);
  if (typed.length === 0) return null;
  return (
    <details className={styles.typed}>
      <summary>{say.typed}</summary>
      <dl>
        {typed.map(({ field, mine }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd dir="auto">{plainText(mine)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Mine and theirs side by side; neither is lost before somebody chose. */
function Stale({ entry }: { readonly entry: Entry }) {
  const [now, setNow] = useState<Answer<object> | null>(null);
  const [tries, setTries] = useState(0);
  const latest = useRef(entry);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same write is another object whenever the shelf is read
  useEffect(() => {
    let isHere = true;
    void readTheirs(latest.current).then((answer) => (isHere ? setNow(answer) : undefined));
    return () => {
      isHere = false;
    };
  }, [entry.id, tries]);
  if (now === null) return null;
  if (!now.ok && now.error.code === 'NOT_FOUND') return <p className={styles.state}>{say.gone}</p>;
  if (!now.ok)
    return (
      <p className={styles.state}>
        {say.unreadable} <Button onClick={() => setTries(tries + 1)}>{say.readAgain}</Button>
      </p>
    );
  return (
    <SideBySide
      title={say.conflict}
      rows={differencesOf(entry, now.value)}
      labels={say}
      onKeepMine={() => sendAgain(entry.id, overTheirs(entry, now.value))}
      onTakeTheirs={() => dropWrite(entry.id)}
    />
  );
}
