import type { Customer } from '@ringdesk/shared';
import { useServerMinute } from '../realtime/server-time.ts';
import { InPlace } from '../ui/InPlace.tsx';
import { sayDay } from '../ui/moments.ts';
import styles from './CallerPanel.module.css';
import { CustomerConflict } from './CustomerConflict.tsx';
import { fieldKeeper } from './customer-drafts.store.ts';
import { pageMessages } from './page.messages.ts';
import { useCustomerEdit } from './use-customer-edit.ts';

const say = pageMessages;

export interface MoreFactsProps {
  readonly customer: Customer;
  readonly isReadOnly: boolean;
}

/** What is seldom needed during a call: where somebody came from, whose clock is theirs, since when they are known. */
export function MoreFacts({ customer, isReadOnly }: MoreFactsProps) {
  const nowMs = useServerMinute();
  const edit = useCustomerEdit(customer);
  const { change, problems } = edit;
  return (
    <div className={styles.fields}>
      <CustomerConflict edit={edit} />
      <InPlace
        label={say.leadSource}
        value={customer.leadSource ?? ''}
        placeholder={say.add}
        isReadOnly={isReadOnly}
        problem={problems['leadSource']}
        {...(isReadOnly ? {} : { keeper: fieldKeeper(customer, 'leadSource') })}
        onSave={(text, was) => change({ leadSource: text || null }, { leadSource: was || null })}
      />
      <InPlace
        label={say.timeZone}
        value={customer.timeZone}
        placeholder={say.add}
        isReadOnly={isReadOnly}
        problem={problems['timeZone'] ?? problems['form']}
        {...(isReadOnly ? {} : { keeper: fieldKeeper(customer, 'timeZone') })}
        onSave={(timeZone, was) => change({ timeZone }, { timeZone: was })}
      />
      {edit.isKept ? (
        <p className={styles.news} role="status">
          {say.keptForLater}
        </p>
      ) : null}
      <p className={styles.quiet}>{say.since(sayDay(customer.createdAt, nowMs))}</p>
    </div>
  );
}
