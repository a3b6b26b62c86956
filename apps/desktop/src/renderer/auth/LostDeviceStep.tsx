import { Button } from '../ui/Button.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { doorMessages } from './door.messages.ts';
import styles from './LostDeviceStep.module.css';
import { StepCard } from './StepCard.tsx';
import { atDoor } from './way-in.store.ts';

const say = doorMessages.lost;

/** What somebody can do whose authenticator is gone. */
export function LostDeviceStep() {
  return (
    <StepCard
      title={say.title}
      foot={<TextLink onClick={() => atDoor({ what: 'code-wished' })}>{say.found}</TextLink>}
    >
      <section className={styles.way}>
        <h2>{say.withCode}</h2>
        <p>{say.withCodeHow}</p>
        <Button size="large" look="primary" onClick={() => atDoor({ what: 'recovery-wished' })}>
          {say.useRecovery}
        </Button>
      </section>
      <section className={styles.way}>
        <h2>{say.without}</h2>
        <p>{say.withoutHow}</p>
      </section>
    </StepCard>
  );
}
