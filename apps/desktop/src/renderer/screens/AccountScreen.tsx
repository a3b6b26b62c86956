import { useEffect, useState } from 'react';
import { ChangePassword } from '../account/ChangePassword.tsx';
import { Factor } from '../account/Factor.tsx';
import { accountMessages } from '../account/messages.ts';
import { OwnFacts } from '../account/OwnFacts.tsx';
import { OwnSessions } from '../account/OwnSessions.tsx';
import { bridge } from '../app/bridge.ts';
import { signOutEverywhere } from '../app/desk-session.ts';
import { NewPasswordField } from '../auth/NewPasswordField.tsx';
import { RecoveryCodes } from '../auth/RecoveryCodes.tsx';
import { SetUpAgain } from '../auth/SetUpAgain.tsx';
import { userIs, useSignedIn } from '../auth/session.store.ts';
import { LockSettings } from '../lock/LockSettings.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Card } from '../ui/Card.tsx';
import { Page } from '../ui/Page.tsx';

const say = accountMessages;

/** Everything about oneself: name, sessions, proofs, and what this computer does. */
export function AccountScreen() {
  const user = useSignedIn();
  if (user === null) return null;
  // Demo people have no address: nothing about them is proven, so there is nothing to prove anew.
  const hasProofs = user.email !== null;
  return (
    <Page title={say.title} about={say.about} hasCards>
      <OwnFacts user={user} onNamed={({ name }) => userIs({ ...user, name })} />
      <OwnSessions onSignOutEverywhere={signOutEverywhere} />
      {hasProofs ? (
        <ChangePassword
          newPassword={(field) => <NewPasswordField {...field} known={[user.name, user.email ?? '']} />}
        />
      ) : null}
      {hasProofs ? (
        <Factor
          parts={{
            setUp: (enrollToken, onDone) => <SetUpAgain enrollToken={enrollToken} onDone={onDone} />,
            codes: (codes) => <RecoveryCodes codes={codes} />,
          }}
        />
      ) : (
        <Card title={say.factor} about={say.factorDemo} />
      )}
      <Card title={say.computer}>
        <LockSettings />
        <KeptHint />
      </Card>
    </Page>
  );
}

/** Where the system has no keychain, the app says that it forgets. */
function KeptHint() {
  const [isKept, setIsKept] = useState(true);
  useEffect(() => {
    if (bridge.kind === 'desktop') void bridge.keepsSession().then(setIsKept);
  }, []);
  return isKept ? null : (
    <Banner tone="careful" isBoxed>
      {say.notKept}
    </Banner>
  );
}
