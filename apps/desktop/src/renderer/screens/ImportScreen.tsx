import { mayAsk, policies } from '@ringdesk/shared';
import { Link, Navigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useSignedIn } from '../auth/session.store.ts';
import { ImportWizard } from '../customers/ImportWizard.tsx';
import { importMessages } from '../customers/import.messages.ts';
import { useImport } from '../customers/import.store.ts';
import { Page } from '../ui/Page.tsx';
import { lastCustomers } from './last-search.ts';
import styles from './RecordPage.module.css';

/** A file that is dropped beside the place for it would be opened by the browser, over everything that is here. */
const leaveIt = (event: Event) => event.preventDefault();

/** The import of customers from a file, for those who may. */
export function ImportScreen() {
  const user = useSignedIn();
  const state = useImport();
  const isRunning = 'isRunning' in state && state.isRunning;
  // A window that is closed now would leave the import half done.
  useEffect(() => {
    if (!isRunning) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isRunning]);
  useEffect(() => {
    window.addEventListener('dragover', leaveIt);
    window.addEventListener('drop', leaveIt);
    return () => {
      window.removeEventListener('dragover', leaveIt);
      window.removeEventListener('drop', leaveIt);
    };
  }, []);
  const standing = user === null ? null : { kind: 'person' as const, role: user.role, isLocked: false };
  if (mayAsk(standing, policies['customers.import']) !== true) return <Navigate to="/customers" replace />;
  return (
    <Page
      title={importMessages.title}
      about={importMessages.about}
      below={
        <Link to="/customers" search={lastCustomers()} className={styles.back}>
          <ArrowLeft size={14} strokeWidth={2} aria-hidden />
          {importMessages.back}
        </Link>
      }
    >
      <ImportWizard
        showMade={
          <Link to="/customers" search={{ sort: '-createdAt' }} className={styles.link}>
            {importMessages.show}
          </Link>
        }
      />
    </Page>
  );
}
