import type { Customer, Phone } from '@ringdesk/shared';
import type { ReactNode } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { InPlace } from '../ui/InPlace.tsx';
import { plainText } from '../ui/plain-text.ts';
import { sayPhone } from '../ui/say-phone.ts';
import { AddressList } from './AddressList.tsx';
import styles from './CallerPanel.module.css';
import { CustomerConflict } from './CustomerConflict.tsx';
import { callerMessages as say } from './caller.messages.ts';
import { fieldKeeper, phoneField } from './customer-drafts.store.ts';
import { formMessages } from './form.messages.ts';
import { TagList } from './TagList.tsx';
import { useCustomerEdit } from './use-customer-edit.ts';

export interface CustomerCardProps {
  readonly customer: Customer;
  readonly isReadOnly: boolean;
  /** On the right of the name. */
  readonly actions?: ReactNode;
  /** The name stands over the card already. */
  readonly isNameElsewhere?: boolean;
}

const lines = ['firstName', 'lastName', 'company', 'email'] as const;

/** A customer, each field edited where it stands and saved on leaving it. */
export function CustomerCard({ customer, isReadOnly, actions, isNameElsewhere = false }: CustomerCardProps) {
  const edit = useCustomerEdit(customer);
  const { problems } = edit;
  return (
    <>
      {isNameElsewhere ? null : (
        <div className={styles.head}>
          <h3>
            <bdi>{plainText(customer.name.startsWith('+') ? sayPhone(customer.name) : customer.name)}</bdi>{' '}
            {customer.archivedAt === null ? null : <Badge tone="grey">{say.archived}</Badge>}
          </h3>
          <div className={styles.tools}>{actions}</div>
        </div>
      )}
      <CustomerConflict edit={edit} />
      <div className={styles.fields}>
        {lines.map((field) =>
          isReadOnly && customer[field] === null ? null : (
            <InPlace
              key={field}
              label={say[field]}
              value={customer[field] ?? ''}
              placeholder={say.nothing}
              type={field === 'email' ? 'email' : 'text'}
              isReadOnly={isReadOnly}
              problem={problems[field]}
              {...(isReadOnly ? {} : { keeper: fieldKeeper(customer, field) })}
              onSave={(text, was) => edit.change({ [field]: orNothing(text) }, { [field]: orNothing(was) })}
            />
          ),
        )}
        <PhoneLines
          customer={customer}
          isReadOnly={isReadOnly}
          problems={problems}
          onChange={(phones) => edit.change({ phones })}
        />
        <AddressList customer={customer} isReadOnly={isReadOnly} />
        <TagList
          tags={customer.tags}
          isReadOnly={isReadOnly}
          onChange={(tags) => void edit.change({ tags })}
        />
        <InPlace
          label={say.notes}
          value={customer.notes}
          placeholder={say.nothing}
          isMultiline
          isReadOnly={isReadOnly}
          problem={problems['notes']}
          {...(isReadOnly ? {} : { keeper: fieldKeeper(customer, 'notes') })}
          onSave={(notes, was) => edit.change({ notes }, { notes: was })}
        />
      </div>
      {problems['form'] === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problems['form']}
        </p>
      )}
      {edit.isKept ? (
        <p className={styles.news} role="status">
          {say.keptNews}
        </p>
      ) : null}
    </>
  );
}

const orNothing = (text: string) => (text === '' ? null : text);

interface PhoneLinesProps {
  readonly customer: Customer;
  readonly isReadOnly: boolean;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (phones: Phone[]) => Promise<boolean>;
}

/** The numbers, each by its kind and typed with its extension; one that is emptied goes, and the line below takes another. */
function PhoneLines({ customer, isReadOnly, problems, onChange }: PhoneLinesProps) {
  const { phones } = customer;
  const write = (place: number, number: string) =>
    onChange(
      phones.flatMap((phone, i) =>
        i !== place ? [phone] : number === '' ? [] : [{ ...phone, number, extension: null }],
      ),
    );
  return (
    <>
      {phones.map((phone, place) => (
        <InPlace
          key={phoneField(phone)}
          label={formMessages.phoneKinds[phone.kind]}
          value={sayPhone(phone.number, phone.extension)}
          placeholder={say.nothing}
          type="tel"
          isReadOnly={isReadOnly}
          problem={problems[`phones.${place}`]}
          {...(isReadOnly ? {} : { keeper: fieldKeeper(customer, phoneField(phone)) })}
          onSave={(number) => write(place, number)}
        />
      ))}
      {isReadOnly ? null : (
        <InPlace
          key={phones.length}
          label={formMessages.addPhone}
          isLabelHidden
          value=""
          placeholder={say.addNumber}
          type="tel"
          problem={problems[`phones.${phones.length}`]}
          keeper={fieldKeeper(customer, 'phones.new')}
          onSave={(number) => onChange([...phones, { kind: 'mobile', number, extension: null }])}
        />
      )}
    </>
  );
}
