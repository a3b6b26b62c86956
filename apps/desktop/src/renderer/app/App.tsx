import { QueryClientProvider } from '@tanstack/react-query';
import { createHashHistory, RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Door } from '../auth/Door.tsx';
import { useIsLocked, useIsReturning, useSignedIn } from '../auth/session.store.ts';
import { records } from '../http/records.ts';
import { LockedScreen } from '../screens/LockedScreen.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notices } from '../ui/Notices.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Broken } from './Broken.tsx';
import { startEffects } from './effects.ts';
import { listenToKeys } from './keyboard.ts';
import { appMessages } from './messages.ts';
import { Returning } from './Returning.tsx';
import { makeRouter } from './router.tsx';
import { keysOf } from './shortcuts.ts';

/** The door, or the desk of whoever is signed in, or what hides it while it is locked. */
export function App() {
  useEffect(() => listenToKeys(window), []);
  return (
    <Broken>
      <TooltipProvider>
        <QueryClientProvider client={records}>
          <DeskOrDoor />
        </QueryClientProvider>
        <Notices closeLabel={appMessages.close} undoKeys={keysOf('undo')} />
        <LiveRegion />
      </TooltipProvider>
    </Broken>
  );
}

function DeskOrDoor() {
  const user = useSignedIn();
  const isLocked = useIsLocked();
  const isReturning = useIsReturning();
  // The address outlives a lock, a reload and the door: whoever comes back is where they were.
  const [router] = useState(() => makeRouter(createHashHistory()));
  const isOpen = user !== null && !isLocked;
  useEffect(() => (isOpen ? startEffects() : undefined), [isOpen]);
  if (isReturning) return <Returning />;
  if (user === null) return <Door />;
  if (isLocked) return <LockedScreen user={user} />;
  return <RouterProvider key={user.id} router={router} />;
}
