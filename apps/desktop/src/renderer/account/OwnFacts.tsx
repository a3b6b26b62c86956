import type { Person, User } from '@ringdesk/shared';
import { useRecord } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { Card } from '../ui/Card.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './Account.module.css';
import { accountMessages } from './messages.ts';
import { OwnName } from './OwnName.tsx';

const say = accountMessages;

/** Who I am here. */
export function OwnFacts({
  user,
  onNamed,
}: {
  readonly user: User;
  readonly onNamed: (person: Person) => void;
}) {
  const { data, error, isPending, refetch } = useRecord('user.read', { id: user.id });
  const isSlow = useSlowly(isPending);
  return (
    <Card title={say.you}>
      {error === null || data !== undefined ? null : (
        <Trouble againLabel={say.again} onAgain={() => void refetch()}>
          {sayRefusal(error.refusal)}
        </Trouble>
      )}
      {isSlow ? <Skeleton height="1.75rem" /> : null}
      {data === undefined ? null : <OwnName person={data} onNamed={onNamed} />}
      <dl className={styles.facts}>
        <dt>{say.email}</dt>
        <dd>{user.email ?? say.noEmail}</dd>
        <dt>{say.role}</dt>
        <dd>
          {say.roles[user.role]}{' '}
          <span className={styles.quiet}>{user.role === 'admin' ? say.roleHintAdmin : say.roleHint}</span>
        </dd>
      </dl>
    </Card>
  );
}
