import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Activity, useEffect, useRef } from 'react';
import { ConnectionBar } from '../app/ConnectionBar.tsx';
import { Dialogs } from '../app/Dialogs.tsx';
import { placeAt } from '../app/places.ts';
import { Rail } from '../app/Rail.tsx';
import { usePlaceKeys } from '../app/use-place-keys.ts';
import { useSignedIn } from '../auth/session.store.ts';
import { useCurrentCall } from '../calls/desk.store.ts';
import { OfferCard } from '../calls/OfferCard.tsx';
import { IdleWarning } from '../lock/IdleWarning.tsx';
import styles from './DeskScreen.module.css';
import { DeskScreen } from './DeskScreen.tsx';
import { UndoneWrites } from './UndoneWrites.tsx';
import { useFormsLeft } from './use-forms-left.ts';

/** Around every place: the rail, how the desk stands with the server, and a call that rings wherever one is. */
export function DeskFrame() {
  const user = useSignedIn();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const place = user === null ? null : placeAt(path, user.role);
  const isAtDesk = place === '/';
  usePlaceKeys();
  useReturnToCall(isAtDesk);
  useFormsLeft();
  useFocusOnPlace(path);
  if (user !== null && place === null) return <Navigate to="/" replace />;
  return (
    <div className={styles.screen}>
      <div>
        <ConnectionBar />
        <UndoneWrites />
      </div>
      <div className={styles.frame}>
        <Rail />
        {/* Kept alive out of sight: its list, its call and what was typed are there again without a word asked. */}
        <Activity mode={isAtDesk ? 'visible' : 'hidden'}>
          <div className={styles.desk}>
            <DeskScreen />
          </div>
        </Activity>
        {isAtDesk ? null : (
          <div className={styles.place}>
            <Outlet />
            <div className={styles.ringing}>
              <OfferCard />
            </div>
          </div>
        )}
      </div>
      <IdleWarning />
      <Dialogs />
    </div>
  );
}

/** Whoever takes a call elsewhere is brought to it. */
function useReturnToCall(isAtDesk: boolean): void {
  const navigate = useNavigate();
  const call = useCurrentCall();
  const activeId = call?.status === 'active' ? call.id : null;
  const before = useRef(activeId);
  useEffect(() => {
    const isNew = activeId !== null && activeId !== before.current;
    before.current = activeId;
    if (isNew && !isAtDesk) void navigate({ to: '/' });
  }, [activeId, isAtDesk, navigate]);
}

/** Who goes to another place by key reads on there: a focus that was left behind out of sight goes to the place. */
function useFocusOnPlace(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const left = requestAnimationFrame(() => {
      const focused = document.activeElement;
      const isSeen = focused !== null && focused !== document.body && focused.checkVisibility();
      if (isSeen) return;
      [...document.querySelectorAll('main')].find((main) => main.checkVisibility())?.focus();
    });
    return () => cancelAnimationFrame(left);
  }, [path]);
}
