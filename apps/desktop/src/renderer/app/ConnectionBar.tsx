import { useEffect, useState } from 'react';
import { type Connection, useConnection } from '../realtime/connection.store.ts';
import { retryNow } from '../realtime/desk-client.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { appMessages } from './messages.ts';

/** A hiccup shorter than this is not worth a word. */
const quietMs = 600;

/** Over the desk while it is away from the server: what happened, what is safe, what comes next. */
export function ConnectionBar() {
  const connection = useConnection();
  const isAway = connection.state === 'away';
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isAway) return setIsShown(false);
    const timer = setTimeout(() => setIsShown(true), quietMs);
    return () => clearTimeout(timer);
  }, [isAway]);
  if (connection.state === 'outdated') {
    return (
      <Banner
        tone="careful"
        title={appMessages.outdated}
        action={<Button onClick={() => window.location.reload()}>{appMessages.reload}</Button>}
      >
        {appMessages.outdatedRemedy}
      </Banner>
    );
  }
  if (!isShown || connection.state !== 'away') return null;
  return (
    <Banner
      tone="careful"
      title={connection.isRestart ? appMessages.restarting : appMessages.lost}
      action={<Button onClick={retryNow}>{appMessages.retryNow}</Button>}
    >
      {appMessages.kept} <Countdown connection={connection} />
    </Banner>
  );
}

function Countdown({ connection }: { readonly connection: Connection & { readonly state: 'away' } }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = connection.retryAtMs === null ? 0 : Math.ceil((connection.retryAtMs - now) / 1000);
  return (
    // The seconds are seen and not heard: a status that speaks every second drowns the caller.
    <span aria-hidden className="tabular">
      {appMessages.retryIn(seconds)}
    </span>
  );
}
