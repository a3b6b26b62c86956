import { type Customer, CustomerId } from '@ringdesk/shared';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArchiveRestore, ArrowLeft, CalendarPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { CustomerCard } from '../customers/CustomerCard.tsx';
import { CustomerHistory } from '../customers/CustomerHistory.tsx';
import { MoreFacts } from '../customers/MoreFacts.tsx';
import { pageMessages } from '../customers/page.messages.ts';
import { restoreCustomer, useDeleteCustomer } from '../customers/use-delete-customer.ts';
import { useRecord } from '../http/records.ts';
import { CustomerJobs } from '../jobs/CustomerJobs.tsx';
import { sayTime } from '../jobs/job-times.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { plainText } from '../ui/plain-text.ts';
import { lastCustomers } from './last-search.ts';
import { NewJobDialog } from './NewJobDialog.tsx';
import styles from './RecordPage.module.css';
import { UnreadRecord, type UnreadRecordProps } from './UnreadRecord.tsx';

const say = pageMessages;
/** Others talk to the same customer; whoever looks at the page sees it. */
const freshMs = 30_000;

/** One customer by the id in the address. */
export function CustomerScreen() {
  const { id } = useParams({ from: '/customers/$id' });
  const read = CustomerId.safeParse(id);
  return read.success ? <OneCustomer key={read.data} id={read.data} /> : <NotShown read={null} />;
}

function NotShown({ read }: Pick<UnreadRecordProps, 'read'>) {
  return (
    <UnreadRecord
      title={say.customer}
      back={<BackToCustomers />}
      missing={{ title: say.missing, hint: say.missingHint }}
      againLabel={say.again}
      read={read}
    />
  );
}

function BackToCustomers() {
  return (
    <Link to="/customers" search={lastCustomers()} className={styles.back}>
      <ArrowLeft size={14} strokeWidth={2} aria-hidden />
      {say.all}
    </Link>
  );
}

function OneCustomer({ id }: { readonly id: CustomerId }) {
  const read = useRecord('customer.read', { id }, { refetchInterval: freshMs });
  const { data: customer, error } = read;
  if (customer === undefined || error?.refusal.code === 'NOT_FOUND') return <NotShown read={read} />;
  return <WholeCustomer customer={customer} />;
}

function WholeCustomer({ customer }: { readonly customer: Customer }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isBooking, setIsBooking] = useState(false);
  const deleting = useDeleteCustomer(() => navigate({ to: '/customers', search: lastCustomers() }));
  const isArchived = customer.archivedAt !== null;
  const book = () => setIsBooking(true);
  useShortcut('jobs.new', book, !isArchived);
  const name = plainText(customer.name);
  const restore = (
    <Button onClick={() => void restoreCustomer(client, customer)}>
      <ArchiveRestore size={14} strokeWidth={2} aria-hidden />
      {say.restore}
    </Button>
  );
  const bookButton = (
    <Button look="primary" keys={keysOf('jobs.new')} onClick={book}>
      <CalendarPlus size={16} strokeWidth={1.75} aria-hidden />
      {say.newJob}
    </Button>
  );
  return (
    <Page
      title={name}
      below={<BackToCustomers />}
      actions={
        isArchived ? null : (
          <>
            <Button look="danger" aria-busy={deleting.isBusy} onClick={() => void deleting.remove(customer)}>
              <Trash2 size={14} strokeWidth={2} aria-hidden />
              {say.delete}
            </Button>
            {bookButton}
          </>
        )
      }
    >
      {isArchived ? (
        <div className={styles.pad}>
          <Banner tone="careful" isBoxed action={restore}>
            {say.isArchived}
          </Banner>
        </div>
      ) : null}
      <div className={styles.columns}>
        <section className={styles.box} aria-label={say.facts}>
          <CustomerCard customer={customer} isReadOnly={isArchived} isNameElsewhere />
          <MoreFacts customer={customer} isReadOnly={isArchived} />
        </section>
        <div className={styles.column}>
          <CustomerJobs customerId={customer.id} action={null} />
          <div className={styles.box}>
            <CustomerHistory
              customerId={customer.id}
              linkToJob={(id, title) => (
                <Link to="/jobs/$id" params={{ id }} className={styles.link}>
                  {title}
                </Link>
              )}
              sayJobTime={(start, end) => sayTime({ start, end }, serverNowMs())}
            />
          </div>
        </div>
      </div>
      {isBooking ? (
        <NewJobDialog
          customerId={customer.id}
          startMs={null}
          onBooked={(id) => void navigate({ to: '/jobs/$id', params: { id } })}
          onClose={() => setIsBooking(false)}
        />
      ) : null}
    </Page>
  );
}
