import { useEffect, useState } from 'react';
import { bridge } from '../app/bridge.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { doorMessages } from './door.messages.ts';
import styles from './MailsHint.module.css';

const say = doorMessages.mails;

/** Where mails are read on a server that sends none. The app opens no such address itself, so it is copied there. */
export function MailsHint({ at }: { readonly at: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    void bridge.serverUrl().then((server) => setAddress(webAddress(at, server)));
  }, [at]);
  if (address === null) return null;
  return (
    <p className={styles.hint}>
      {say.before}{' '}
      {bridge.kind === 'browser' ? (
        <a href={address} target="_blank" rel="noreferrer">
          {at}
        </a>
      ) : (
        <>
          <code>{address}</code>{' '}
          <CopyButton
            text={address}
            look="quiet"
            label={say.copy}
            copiedLabel={doorMessages.copied}
            failedLabel={doorMessages.copyFailed}
          />
        </>
      )}
    </p>
  );
}

/** The whole address, or null for one that is no page. */
function webAddress(at: string, server: string): string | null {
  if (!URL.canParse(at, server)) return null;
  const { href, protocol } = new URL(at, server);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
