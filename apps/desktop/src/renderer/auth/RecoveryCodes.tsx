import { Download } from 'lucide-react';
import { announce } from '../ui/announcements.store.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { saveText } from '../ui/save-text.ts';
import { recoveryFile } from './codes.ts';
import { doorMessages, setUpMessages } from './door.messages.ts';
import styles from './KeepCodesStep.module.css';

const say = setUpMessages.keep;

/** Ten recovery codes, and the ways to keep them. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  function save(): void {
    saveText(recoveryFile(codes, { title: say.fileTitle, how: say.fileHow }), say.fileName);
    announce(say.saved);
  }
  return (
    <>
      <ul className={styles.codes} aria-label={say.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.ways}>
        <CopyButton
          size="large"
          text={codes.join('\n')}
          label={say.copy}
          copiedLabel={doorMessages.copied}
          failedLabel={doorMessages.copyFailed}
        />
        <Button size="large" onClick={save}>
          <Download size={14} strokeWidth={2} aria-hidden />
          {say.save}
        </Button>
      </div>
    </>
  );
}
