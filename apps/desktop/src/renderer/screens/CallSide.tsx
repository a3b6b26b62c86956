import type { Call, CustomerId, Suggestion } from '@ringdesk/shared';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useShortcut } from '../app/shortcuts.ts';
import { rescueFocus } from '../calls/focus-home.ts';
import { useAsLinked } from '../calls/owed-links.store.ts';
import { CallerPanel } from '../customers/CallerPanel.tsx';
import { newDraft } from '../customers/customer-draft.ts';
import { customerDrafts } from '../customers/customer-drafts.store.ts';
import { heardFor } from '../customers/heard.ts';
import { JobTickets } from '../jobs/JobTickets.tsx';
import { dismissSuggestion } from '../suggestions/commands.ts';
import { SuggestionStack } from '../suggestions/SuggestionStack.tsx';
import { useOpenSuggestions } from '../suggestions/use-open-suggestions.ts';
import { notice } from '../ui/notices.store.ts';
import { CallCustomerForm } from './CallCustomerForm.tsx';
import { CallJobForm } from './CallJobForm.tsx';
import styles from './DeskScreen.module.css';
import { LeftForms } from './LeftForms.tsx';
import { deskMessages } from './messages.ts';
import type { Form } from './open-form.store.ts';
import { takeAllHeard, takeHeard } from './take-heard.ts';
import { useCallSide } from './use-call-side.ts';

export interface CallSideProps {
  readonly call: Call;
  readonly isMine: boolean;
  /** Before everything: how the call came out, once it is over. */
  readonly head: ReactNode;
  /** Behind everything, while no form is open: the facts of the call itself. */
  readonly children: ReactNode;
}

/** The middle of the panel: who is calling and their jobs, or the form that is open, and below it what was heard. */
export function CallSide(props: CallSideProps) {
  const call = useAsLinked(props.call);
  return props.isMine ? <MySide {...props} call={call} /> : <OthersSide {...props} call={call} />;
}

/** Of another's call one sees whose it is. */
function OthersSide({ call, head, children }: CallSideProps) {
  const open = useOpenPage();
  return (
    <div className={styles.contextBody}>
      {head}
      <LeftForms call={call} />
      <CallerPanel
        call={call}
        isMine={false}
        onLink={() => undefined}
        onNew={() => undefined}
        onOpen={open.customer}
        onLeave={() => rescueFocus(null)}
      >
        {call.jobIds.length === 0 ? null : <JobTickets call={call} onNew={null} onOpen={open.job} />}
      </CallerPanel>
      {children}
    </div>
  );
}

function MySide({ call, head, children }: CallSideProps) {
  const side = useCallSide(call);
  const { customer, jobs, isLinked } = side;
  const open = useOpenPage();
  const heard = useOpenSuggestions(call.id, { customer, jobs, from: call.from });
  const form = fittingForm(side);
  const shown = useElsewhere(call, form, heard);
  const [left, setLeft] = useState(0);
  const take = (one: Suggestion) => {
    setLeft(0);
    void takeHeard([one], { call, customer });
  };
  const dismiss = (one: Suggestion) => void dismissSuggestion(one);
  const newJob = () => (isLinked ? side.open('job') : notice(deskMessages.linkFirst));
  function link(id: CustomerId | null): void {
    // The next letter is a key of the desk again, and no word of the search that is about to go.
    leaveField();
    void side.link(id === null ? null : { id });
  }
  useShortcut('customer.new', () => side.open('customer'), !isLinked);
  useShortcut('job.new', newJob);
  const shared = { call, side, heard, onTake: take, onDismiss: dismiss };
  return (
    <>
      <div className={styles.contextBody}>
        {head}
        {form === 'customer' ? <CallCustomerForm {...shared} /> : null}
        {form === 'job' ? <CallJobForm {...shared} customer={customer} /> : null}
        {form === null ? (
          <CallerPanel
            call={call}
            isMine
            onLink={link}
            onNew={() => side.open('customer')}
            onOpen={open.customer}
            onLeave={leaveField}
          >
            <JobTickets call={call} onNew={isLinked ? newJob : null} onOpen={open.job} />
          </CallerPanel>
        ) : null}
        {form === null ? children : null}
      </div>
      <SuggestionStack
        open={heard}
        shown={shown}
        onTake={take}
        onDismiss={dismiss}
        onTakeAll={() => void takeAllHeard(heard, { call, customer }).then(setLeft)}
        news={left === 0 ? null : deskMessages.someLeft(left)}
        isTyping={form !== null}
      />
    </>
  );
}

/** The form that can be filled now: a customer while nobody is linked, a job for whoever is. */
function fittingForm({ form, isLinked, isUnreadable }: ReturnType<typeof useCallSide>): Form | null {
  if (form === 'customer') return isLinked ? null : form;
  return isLinked && !isUnreadable ? form : null;
}

/** What was heard and stands at no field of the form that is open. */
function useElsewhere(call: Call, form: Form | null, heard: readonly Suggestion[]): readonly Suggestion[] {
  const draft = customerDrafts.useDraft(call.id);
  return useMemo(() => {
    if (form === null) return heard;
    if (form === 'job')
      return heard.filter(({ value }) => value.field !== 'problem' && value.field !== 'wishedDate');
    const inForm = new Set(Object.values(heardFor(draft ?? newDraft(call.from), heard)));
    return heard.filter((one) => !inForm.has(one));
  }, [form, heard, draft, call.from]);
}

/** The single keys of the desk work again. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  rescueFocus(null);
}

/** The pages of a customer and of a job, from beside the call; the call goes on and is one key away. */
function useOpenPage() {
  const navigate = useNavigate();
  return {
    customer: (id: string) => void navigate({ to: '/customers/$id', params: { id } }),
    job: (id: string) => void navigate({ to: '/jobs/$id', params: { id } }),
  };
}
