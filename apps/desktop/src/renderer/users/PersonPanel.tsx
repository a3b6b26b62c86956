import type { Person, UserId } from '@ringdesk/shared';
import { X } from 'lucide-react';
import { useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerSecond } from '../realtime/server-time.ts';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { sayDay } from '../ui/moments.ts';
import { plainText } from '../ui/plain-text.ts';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { PersonAccess } from './PersonAccess.tsx';
import { PersonRole } from './PersonRole.tsx';
import { PersonSessions } from './PersonSessions.tsx';

const say = peopleMessages;

export interface PersonPanelProps {
  readonly id: UserId;
  readonly meId: UserId;
  readonly onClose: () => void;
}

/** One person beside the list: what they are, where they are signed in, and what an admin may do about it. */
export function PersonPanel({ id, meId, onClose }: PersonPanelProps) {
  const { data, error, isPending, refetch } = useRecord('user.read', { id });
  const isSlow = useSlowly(isPending);
  const name = data === undefined ? '' : plainText(data.name);
  return (
    <aside
      className={styles.panel}
      aria-label={say.details(name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.panelHead}>
        <h2 title={name}>{name}</h2>
        <IconButton icon={X} label={say.closeDetails} onClick={onClose} />
      </header>
      {error === null ? null : (
        <Trouble againLabel={say.again} onAgain={() => void refetch()}>
          {sayRefusal(error.refusal)}
        </Trouble>
      )}
      {isSlow ? <Skeleton height="5rem" /> : null}
      {data === undefined ? null : <Details person={data} isMe={id === meId} />}
    </aside>
  );
}

function Details({ person, isMe }: { readonly person: Person; readonly isMe: boolean }) {
  const nowMs = useServerSecond();
  return (
    <>
      <div className={styles.facts}>
        {person.email === null ? null : <p>{person.email}</p>}
        <p className={styles.badges}>
          {isMe ? <Badge tone="blue">{say.you}</Badge> : null}
          {person.isDemo ? <Badge tone="grey">{say.demo}</Badge> : null}
          {person.isDisabled ? <Badge tone="red">{say.disabled}</Badge> : null}
          <span>{say.since(sayDay(person.createdAt, nowMs))}</span>
        </p>
      </div>
      <PersonRole key={`role ${person.id}`} person={person} />
      <PersonSessions person={person} nowMs={nowMs} />
      <PersonAccess person={person} isMe={isMe} />
    </>
  );
}
