import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { plainText } from '../ui/plain-text.ts';
import styles from './Clients.module.css';
import { curlFor } from './curl.ts';
import { clientMessages } from './messages.ts';
import type { NewSecret } from './RotateDialog.tsx';

const say = clientMessages;

export interface SecretDialogProps {
  readonly made: NewSecret;
  readonly serverUrl: string;
  readonly onClose: () => void;
}

/** A secret, shown this once. */
export function SecretDialog({ made: { client, secret }, serverUrl, onClose }: SecretDialogProps) {
  const curl = curlFor(client, secret, serverUrl);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.secretTitle(plainText(client.name))}
      closeLabel={say.close}
      widthPx={600}
    >
      <div className={styles.form}>
        <p>{say.secretWords}</p>
        <Copied label={say.id} text={client.id} />
        <Copied label={say.secret} text={secret} />
        <section className={styles.curl} aria-label={say.curl}>
          <header>
            <h3>{say.curl}</h3>
            <CopyButton text={curl} label={say.copy} copiedLabel={say.copied} failedLabel={say.copyFailed} />
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key */}
          <pre tabIndex={0}>{curl}</pre>
          <p>{say.curlHint}</p>
        </section>
        <Button look="primary" size="large" onClick={onClose}>
          {say.secretKept}
        </Button>
      </div>
    </Dialog>
  );
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.copied}>
      <div>
        <span>{label}</span>
        <code>{text}</code>
      </div>
      <CopyButton text={text} label={say.copy} copiedLabel={say.copied} failedLabel={say.copyFailed} />
    </div>
  );
}
