import { useState } from 'react';
import { useShortcut } from '../app/shortcuts.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useSlowly } from '../ui/Skeleton.tsx';
import { saveText } from '../ui/save-text.ts';
import { isDoubtful } from './entry.ts';
import { outboxMessages as say } from './messages.ts';
import { OutboxEntry, type OutboxEntryProps } from './OutboxEntry.tsx';
import styles from './OutboxTray.module.css';
import { dropUnread, retryOutbox, useOutbox, useUnread } from './outbox.store.ts';
import type { Unread } from './shelf.ts';

/** What waits for the server, or was not taken by it; nothing while all is well. */
export function OutboxTray({ onChange }: Pick<OutboxEntryProps, 'onChange'>) {
  const entries = useOutbox();
  const unread = useUnread();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('outbox.open', () => setIsOpen(true));
  const nowMs = useServerMinute();
  const refused = entries.filter(({ refusal }) => refusal !== null).length;
  const doubtful = entries.filter((entry) => isDoubtful(entry, nowMs)).length;
  const waiting = entries.length - refused - doubtful;
  // What is on its way for the first time is no news, however slow the server: whoever asked sees that it is being saved.
  const late = entries.filter(
    (entry) => entry.window === undefined && entry.refusal === null && !isDoubtful(entry, nowMs),
  ).length;
  const isLate = useSlowly(late > 0);
  const words = [
    refused > 0 ? say.refused(refused) : '',
    doubtful > 0 ? say.doubtful(doubtful) : '',
    unread.length > 0 ? say.unread(unread.length) : '',
    isLate ? say.waiting(late) : '',
  ].filter(Boolean);
  const isCareful = refused + doubtful + unread.length > 0;
  return (
    <>
      {words.length > 0 ? (
        <Banner
          tone={isCareful ? 'careful' : 'info'}
          title={words.join(' ')}
          action={<Button onClick={() => setIsOpen(true)}>{say.show}</Button>}
        />
      ) : null}
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={say.title}
        closeLabel={say.close}
        widthPx={600}
      >
        <p className={styles.about}>{entries.length + unread.length === 0 ? say.empty : say.about}</p>
        <ul className={styles.list}>
          {entries.map((entry) => (
            <OutboxEntry key={entry.id} entry={entry} onChange={onChange} onLeave={() => setIsOpen(false)} />
          ))}
          {unread.map((one) => (
            <OfOtherVersion key={one.key} one={one} />
          ))}
        </ul>
        {waiting > 0 ? <Button onClick={retryOutbox}>{say.retryAll}</Button> : null}
      </Dialog>
    </>
  );
}

/** What this desk cannot read is not for it to throw away. */
function OfOtherVersion({ one: { key, text } }: { readonly one: Unread }) {
  const [isSaved, setIsSaved] = useState(false);
  function save(): void {
    saveText(text, `${key}.json`, 'application/json');
    setIsSaved(true);
  }
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.label}>
          {say.otherVersion}
          <span className={styles.state}>{say.otherVersionHint}</span>
        </span>
        <Button onClick={save}>{say.saveFile}</Button>
        {isSaved ? (
          <Button look="danger" onClick={() => dropUnread(key)}>
            {say.throwAway}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
