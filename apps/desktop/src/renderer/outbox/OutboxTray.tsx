import { useEffect, useState } from 'react';
import { useShortcut } from '../app/shortcuts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { plainText } from '../ui/plain-text.ts';
import { SideBySide } from '../ui/SideBySide.tsx';
import { useSlowly } from '../ui/Skeleton.tsx';
import { outboxMessages as say } from './messages.ts';
import styles from './OutboxTray.module.css';
import { dropWrite, readTheirs, retryOutbox, sendAgain, useOutbox } from './outbox.store.ts';
import type { Entry } from './outbox.ts';
import { differencesOf, overTheirs } from './side-by-side.ts';

/** What waits for the server, or was not taken by it; nothing while all is well. */
export function OutboxTray() {
  const entries = useOutbox();
  const refused = entries.filter(({ refusal }) => refusal !== null).length;
  const waiting = entries.length - refused;
  // What the server answers at once is no news.
  const isWaiting = useSlowly(waiting > 0);
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('outbox.open', () => setIsOpen(true));
  const isShown = refused > 0 || isWaiting;
  const words = [
    refused > 0 ? say.refused(refused) : '',
    isWaiting && waiting > 0 ? say.waiting(waiting) : '',
  ];
  return (
    <>
      {isShown ? (
        <Banner
          tone={refused > 0 ? 'careful' : 'info'}
          title={words.filter(Boolean).join(' ')}
          action={<Button onClick={() => setIsOpen(true)}>{say.show}</Button>}
        />
      ) : null}
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={say.title} closeLabel={say.close}>
        <p className={styles.about}>{entries.length === 0 ? say.empty : say.about}</p>
        <ul className={styles.list}>
          {entries.map((entry) => (
            <Waiting key={entry.id} entry={entry} />
          ))}
        </ul>
        {waiting > 0 ? <Button onClick={retryOutbox}>{say.retryAll}</Button> : null}
      </Dialog>
    </>
  );
}

function Waiting({ entry }: { readonly entry: Entry }) {
  const { id, label, refusal } = entry;
  const [isSure, setIsSure] = useState(false);
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.label}>
          <bdi>{plainText(label)}</bdi>
          <span className={styles.state}>{refusal === null ? say.waits : plainText(refusal.message)}</span>
        </span>
        {refusal === null ? null : <Button onClick={() => sendAgain(id)}>{say.retry}</Button>}
        <Button look={isSure ? 'danger' : 'quiet'} onClick={() => (isSure ? dropWrite(id) : setIsSure(true))}>
          {isSure ? say.reallyGiveUp : say.giveUp}
        </Button>
      </div>
      {refusal?.code === 'STALE' ? <Stale entry={entry} /> : null}
    </li>
  );
}

/** Mine and theirs side by side; neither is lost before somebody chose. */
function Stale({ entry }: { readonly entry: Entry }) {
  const [theirs, setTheirs] = useState<object | null | 'reading'>('reading');
  useEffect(() => {
    let isHere = true;
    void readTheirs(entry).then((record) => (isHere ? setTheirs(record) : undefined));
    return () => {
      isHere = false;
    };
  }, [entry]);
  if (theirs === 'reading') return null;
  if (theirs === null) return <p className={styles.state}>{say.gone}</p>;
  return (
    <SideBySide
      title={say.conflict}
      rows={differencesOf(entry, theirs)}
      labels={say}
      onKeepMine={() => sendAgain(entry.id, overTheirs(entry, theirs))}
      onTakeTheirs={() => dropWrite(entry.id)}
    />
  );
}
