import type { Person } from '@ringdesk/shared';
import { Badge } from '../ui/Badge.tsx';
import { classes } from '../ui/classes.ts';
import { Moment } from '../ui/Moment.tsx';
import { plainText } from '../ui/plain-text.ts';
import table from '../ui/Table.module.css';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';

const say = peopleMessages;

export interface PersonRowProps {
  readonly person: Person;
  readonly nowMs: number;
  readonly isMe: boolean;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

/** One person in the list; a click anywhere on it shows the details, the name is the button for it. */
export function PersonRow({ person, nowMs, isMe, isPicked, onPick }: PersonRowProps) {
  const name = plainText(person.name);
  return (
    <tr
      className={classes(table.row, isPicked && table.picked, person.isDisabled && table.off)}
      aria-current={isPicked ? 'true' : undefined}
      onClick={onPick}
    >
      <td className={table.what}>
        <span className={styles.who}>
          <button type="button" className={table.name} title={name}>
            {name}
          </button>
          {isMe ? <Badge tone="blue">{say.you}</Badge> : null}
        </span>
        <div className={table.meta}>{person.email ?? say.noEmail}</div>
      </td>
      <td>{say.roles[person.role]}</td>
      <td>
        <State person={person} />
      </td>
      <td className={styles.spare}>
        <span className="tabular">{person.sessions}</span>
      </td>
      <td className={styles.spare}>
        {person.lastSeenAt === null ? say.never : <Moment at={person.lastSeenAt} nowMs={nowMs} />}
      </td>
    </tr>
  );
}

/** Disabled, or what keeps somebody from signing in. */
function State({ person }: { readonly person: Person }) {
  if (person.isDisabled) return <Badge tone="red">{say.disabled}</Badge>;
  if (!person.hasAuthenticator && !person.isDemo) return <Badge tone="amber">{say.noAuthenticator}</Badge>;
  return <Badge tone="green">{say.active}</Badge>;
}
