import { useEffect, useState } from 'react';
import icon from '../app/icon.svg';
import { Banner } from '../ui/Banner.tsx';
import { classes } from '../ui/classes.ts';
import { CodeStep } from './CodeStep.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import styles from './Door.module.css';
import { doorMessages } from './door.messages.ts';
import { ForgotStep } from './ForgotStep.tsx';
import { KeepCodesStep } from './KeepCodesStep.tsx';
import { LostDeviceStep } from './LostDeviceStep.tsx';
import { MailsHint } from './MailsHint.tsx';
import { authMessages } from './messages.ts';
import { RecoveredStep } from './RecoveredStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { ResetStep } from './ResetStep.tsx';
import { SetUpStep } from './SetUpStep.tsx';
import { SignInStep } from './SignInStep.tsx';
import { SignUpStep } from './SignUpStep.tsx';
import { useEndedWhy } from './session.store.ts';
import { useWaysIn } from './use-ways-in.ts';
import { VerifyStep } from './VerifyStep.tsx';
import { useWayIn } from './way-in.store.ts';
import type { WayIn } from './way-in.ts';

/** The door: from signing up to signed in, one step at a time; demo people stand beside the first. */
export function Door() {
  const way = useWayIn();
  const ways = useWaysIn();
  const endedWhy = useEndedWhy();
  // Until it is known whether there are demo people nothing is drawn that would move.
  if (ways === 'asking') return <main className={styles.page} aria-busy="true" />;
  const isFirst = way.step === 'sign-in';
  const hasDemo = isFirst && ways.isDemo;
  const isMailed = way.step === 'sign-in' || way.step === 'verify' || way.step === 'reset';
  return (
    <main className={styles.page}>
      <div
        className={classes(styles.door, hasDemo && styles.withDemo, way.step === 'set-up' && styles.roomy)}
      >
        <header className={styles.brand}>
          <img src={icon} alt="" />
          <p className={styles.name}>{doorMessages.brand}</p>
          {isFirst ? <p className={styles.promise}>{doorMessages.signIn.promise}</p> : null}
        </header>
        <div className={styles.step}>
          {isFirst && endedWhy !== null ? (
            <Banner tone="info" isBoxed>
              {authMessages.ended[endedWhy]}
            </Banner>
          ) : null}
          <CurrentStep way={way} />
          {isMailed && ways.mailAt !== null ? <MailsHint at={ways.mailAt} /> : null}
        </div>
        {hasDemo ? <DemoPeople /> : null}
      </div>
    </main>
  );
}

function CurrentStep({ way }: { readonly way: WayIn }) {
  const { password, setPassword } = usePasswordWish(way);
  switch (way.step) {
    case 'sign-in':
      return <SignInStep key={way.told} way={way} />;
    case 'sign-up':
      return <SignUpStep way={way} password={password} onPassword={setPassword} />;
    case 'verify':
      return <VerifyStep way={way} />;
    case 'code':
      return <CodeStep way={way} />;
    case 'recovery-code':
      return <RecoveryStep way={way} />;
    case 'lost-device':
      return <LostDeviceStep />;
    case 'set-up':
      return <SetUpStep way={way} />;
    case 'keep-codes':
      return <KeepCodesStep codes={way.recoveryCodes} />;
    case 'recovered':
      return <RecoveredStep way={way} />;
    case 'forgot':
      return <ForgotStep way={way} />;
    case 'reset':
      return <ResetStep way={way} />;
  }
}

/** The password of a sign-up, in memory for as long as somebody may come back to change their address. */
function usePasswordWish(way: WayIn) {
  const [password, setPassword] = useState('');
  const isNeeded = way.step === 'sign-up' || way.step === 'verify';
  useEffect(() => {
    if (!isNeeded) setPassword('');
  }, [isNeeded]);
  return { password, setPassword };
}
