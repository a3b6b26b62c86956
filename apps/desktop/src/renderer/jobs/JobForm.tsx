import type { CallId, Customer, Job, Suggestion } from '@ringdesk/shared';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { keysOf, runAction, useShortcut } from '../app/shortcuts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSteadyField } from '../ui/use-steady-field.ts';
import { AddressChoice, type AddressChoiceProps } from './AddressChoice.tsx';
import { AssigneeFields } from './AssigneeFields.tsx';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import type { JobDraft } from './job-draft.ts';
import { LineItemFields } from './LineItemFields.tsx';
import { useBooking } from './use-booking.ts';
import { WhenField } from './WhenField.tsx';

/** What was heard and fits a job, by its field. */
export type HeardPart = 'problem' | 'wishedDate';

export interface JobFormProps {
  readonly customer: Customer;
  /** The call it is booked in; null: none. */
  readonly callId: CallId | null;
  readonly draft: JobDraft;
  readonly onChange: (draft: JobDraft) => void;
  readonly onBooked: (job: Job | null) => void;
  /** Closes the form; what was typed stays with whoever keeps the draft. */
  readonly onClose: () => void;
  readonly onClear?: () => void;
  /** Adds an address to the customer; `done` is called with it once it is there, or with null when it is given up. */
  readonly addressEditor: AddressChoiceProps['editor'];
  readonly heard?: Readonly<Partial<Record<HeardPart, Suggestion | undefined>>>;
  readonly showHeard?: (part: HeardPart) => ReactNode;
  readonly onTake?: (part: HeardPart) => void;
}

/** A job as it is typed: where, what and when, with what is taken before the eyes; Ctrl+Enter books. */
export function JobForm(props: JobFormProps) {
  const { customer, draft, onChange, heard = {}, showHeard = () => null } = props;
  const booking = useBooking(props);
  const { problems, isBusy } = booking;
  const title = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  useSteadyField(fields);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  useShortcut('form.save', () => void booking.book());
  const change = (over: Partial<JobDraft>) => onChange({ ...draft, ...over });

  function pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') props.onClose();
    // In a dialog the keys of the desk rest, and this one is the form's.
    else if (event.key === keysOf('job.next-free')) runAction('job.next-free');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void booking.book();
    else if (event.key === 'Tab' && !event.shiftKey && mayTake(event.target, heard))
      props.onTake?.(partOf(event.target));
    else return;
    event.preventDefault();
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      aria-label={say.title}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void booking.book();
      }}
    >
      <div ref={fields} className={styles.fields}>
        <p className={styles.for}>
          <bdi>{say.for(plainText(customer.name))}</bdi>
        </p>
        <div className={styles.part}>
          <TextField
            ref={title}
            name="problem"
            label={say.what}
            value={draft.title}
            problem={problems['title']}
            maxLength={200}
            autoComplete="off"
            dir="auto"
            onChange={(event) => change({ title: event.target.value })}
          />
          <div className={styles.heard}>{showHeard('problem')}</div>
        </div>
        <AddressChoice
          customer={customer}
          addressId={draft.addressId}
          problem={problems['addressId']}
          editor={props.addressEditor}
          onChange={(addressId) => change({ addressId })}
        />
        <WhenField
          customer={customer}
          draft={draft}
          conflicts={booking.conflicts}
          problem={problems['schedule']}
          onChange={change}
        >
          {showHeard('wishedDate')}
        </WhenField>
        <AssigneeFields draft={draft} onChange={change} />
        <LineItemFields lines={draft.lines} problems={problems} onChange={(lines) => change({ lines })} />
        <TextArea
          label={say.description}
          value={draft.description}
          problem={problems['description']}
          maxLength={20_000}
          onChange={(event) => change({ description: event.target.value })}
        />
        <TextField
          label={say.tags}
          placeholder={say.tagsHint}
          value={draft.tags.join(',')}
          problem={problems['tags']}
          autoComplete="off"
          onChange={(event) =>
            change({ tags: event.target.value === '' ? [] : event.target.value.split(',') })
          }
        />
      </div>
      <footer className={styles.foot}>
        {problems['form'] === undefined ? null : (
          <Banner tone="trouble" isBoxed>
            {problems['form']}
          </Banner>
        )}
        <Button type="submit" look="primary" keys={keysOf('form.save')} aria-busy={isBusy}>
          {isBusy ? say.booking : say.book}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {say.close}
        </Button>
        {props.onClear === undefined ? null : (
          <Button look="quiet" className={styles.end} onClick={props.onClear}>
            {say.discard}
          </Button>
        )}
      </footer>
    </form>
  );
}

function partOf(field: EventTarget): HeardPart {
  return field instanceof HTMLInputElement && field.name === 'problem' ? 'problem' : 'wishedDate';
}

/** Tab takes what was heard only into a field in which nothing stands; else it goes on to the next one. */
function mayTake(field: EventTarget, heard: JobFormProps['heard'] & object): boolean {
  const isOurs =
    field instanceof HTMLInputElement && (field.name === 'problem' || field.name === 'wishedDate');
  return isOurs && field.value.trim() === '' && heard[partOf(field)] !== undefined;
}
