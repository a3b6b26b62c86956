import { X } from 'lucide-react';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Notices.module.css';
import { dismissNotice, undoNotice, useNotices } from './notices.store.ts';

export interface NoticesProps {
  readonly closeLabel: string;
  /** The key that takes the newest one back. */
  readonly undoKeys: string | undefined;
}

/** The corner in which short sentences appear. Stands once, in the frame. */
export function Notices({ closeLabel, undoKeys }: NoticesProps) {
  const notices = useNotices();
  return (
    <div className={styles.notices}>
      {notices.map((shown) => (
        <div key={shown.id} className={styles.notice}>
          <Banner
            tone={shown.tone}
            isBoxed
            action={
              <span className={styles.actions}>
                {shown.undo === undefined ? null : (
                  <Button keys={undoKeys} onClick={() => undoNotice(shown)}>
                    {shown.undo.label}
                  </Button>
                )}
                <IconButton icon={X} label={closeLabel} onClick={() => dismissNotice(shown.id)} />
              </span>
            }
          >
            {shown.text}
          </Banner>
        </div>
      ))}
    </div>
  );
}
