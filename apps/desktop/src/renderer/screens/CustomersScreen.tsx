import { mayAsk, policies } from '@ringdesk/shared';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download, FileUp, UserRoundPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useSignedIn } from '../auth/session.store.ts';
import { CustomersTable } from '../customers/CustomersTable.tsx';
import type { CustomerFilters } from '../customers/customer-filters.ts';
import { exportCustomers } from '../customers/export-customers.ts';
import { listMessages } from '../customers/list.messages.ts';
import { NewCustomerDialog } from '../customers/NewCustomerDialog.tsx';
import { pageMessages } from '../customers/page.messages.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { keepCustomers } from './last-search.ts';

const say = listMessages;
/** Drafts of the page stand beside those of the calls. */
const draftPlace = 'customers-page';

/** The customers; search, filters and order stand in the address. */
export function CustomersScreen() {
  const user = useSignedIn();
  const filters = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  useEffect(() => keepCustomers(filters), [filters]);
  const [isMaking, setIsMaking] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  const standing = user === null ? null : { kind: 'person' as const, role: user.role, isLocked: false };
  const mayImport = mayAsk(standing, policies['customers.import']) === true;
  const mayExport = mayAsk(standing, policies['customers.export']) === true;
  const beginImport = () => void navigate({ to: '/customers/import' });
  const make = () => setIsMaking(true);
  useShortcut('customers.new', make);
  useShortcut('customers.import', beginImport, mayImport);
  useShortcut('customers.export', () => void save(), mayExport);

  function change(wish: Partial<CustomerFilters>): void {
    // A search that is being typed is one step back, not one for each letter.
    void navigate({ search: (before) => ({ ...before, ...wish }), replace: 'q' in wish && !('tag' in wish) });
  }
  async function save(): Promise<void> {
    if (isExporting) return;
    setIsExporting(true);
    await exportCustomers(filters, new Date(serverNowMs()).toISOString().slice(0, 10));
    setIsExporting(false);
  }
  const makeButton = (
    <Button look="primary" keys={keysOf('customers.new')} onClick={make}>
      <UserRoundPlus size={16} strokeWidth={1.75} aria-hidden />
      {say.newCustomer}
    </Button>
  );
  const importButton = mayImport ? (
    <Button onClick={beginImport}>
      <FileUp size={16} strokeWidth={1.75} aria-hidden />
      {say.import}
    </Button>
  ) : null;
  return (
    <Page
      title={say.title}
      about={say.about}
      actions={
        <>
          {mayExport ? (
            <Button aria-busy={isExporting} onClick={() => void save()}>
              <Download size={16} strokeWidth={1.75} aria-hidden />
              {isExporting ? say.exporting : say.export}
            </Button>
          ) : null}
          {importButton}
          {makeButton}
        </>
      }
    >
      <CustomersTable
        filters={filters}
        onFilters={change}
        onOpen={(id) => void navigate({ to: '/customers/$id', params: { id } })}
        mayImport={mayImport}
        emptyActions={
          <>
            {makeButton}
            {importButton}
          </>
        }
      />
      {isMaking ? (
        <NewCustomerDialog
          place={draftPlace}
          told={{ made: pageMessages.isMade, kept: pageMessages.keptForLater }}
          canClear
          onMade={(id) => void navigate({ to: '/customers/$id', params: { id } })}
          onClose={() => setIsMaking(false)}
        />
      ) : null}
    </Page>
  );
}
