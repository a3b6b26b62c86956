import { X } from 'lucide-react';
import { Banner } from './Banner.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Notices.module.css';
import { dismissNotice, useNotices } from './notices.store.ts';

/** The corner in which short sentences appear. Stands once, in the frame. */
export function Notices({ closeLabel }: { readonly closeLabel: string }) {
  const notices = useNotices();
  return (
    <div className={styles.notices}>
      {notices.map((shown) => (
        <div key={shown.id} className={styles.notice}>
          <Banner
            tone={shown.tone}
            isBoxed
            action={<IconButton icon={X} label={closeLabel} onClick={() => dismissNotice(shown.id)} />}
          >
            {shown.text}
          </Banner>
        </div>
      ))}
    </div>
  );
}
