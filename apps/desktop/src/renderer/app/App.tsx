import { useEffect } from 'react';
import { Door } from '../auth/Door.tsx';
import { useSignedIn } from '../auth/session.store.ts';
import { DeskScreen } from '../screens/DeskScreen.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notices } from '../ui/Notices.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Broken } from './Broken.tsx';
import { startEffects } from './effects.ts';
import icon from './icon.svg';
import { listenToKeys } from './keyboard.ts';
import { appMessages } from './messages.ts';

/** The door, or the desk of whoever is signed in. */
export function App() {
  const user = useSignedIn();
  useEffect(() => listenToKeys(window), []);
  useEffect(() => (user === null ? undefined : startEffects()), [user]);
  return (
    <Broken>
      <TooltipProvider>
        {user === null ? <Door icon={icon} /> : <DeskScreen key={user.id} />}
        <Notices closeLabel={appMessages.close} />
        <LiveRegion />
      </TooltipProvider>
    </Broken>
  );
}
