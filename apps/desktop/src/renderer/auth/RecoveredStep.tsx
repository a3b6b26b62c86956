import { Button } from '../ui/Button.tsx';
import { setUpMessages } from './door.messages.ts';
import styles from './StepCard.module.css';
import { StepCard } from './StepCard.tsx';
import { atDoor } from './way-in.store.ts';
import type { At } from './way-in.ts';
import { enterDesk } from './ways-in.ts';

const say = setUpMessages.recovered;

/** Signed in with a recovery code: a new authenticator now, or later. */
export function RecoveredStep({ way }: { readonly way: At<'recovered'> }) {
  return (
    <StepCard title={say.title} lead={say.left(way.codesLeft)}>
      <p>{say.lead}</p>
      <div className={styles.buttons}>
        <Button look="primary" size="large" onClick={() => atDoor({ what: 'set-up-wished' })}>
          {say.now}
        </Button>
        <Button size="large" onClick={enterDesk}>
          {say.later}
        </Button>
      </div>
    </StepCard>
  );
}
