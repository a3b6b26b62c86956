import type { Customer, Job } from '@ringdesk/shared';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { call } from '../http/call.ts';
import { serverNowMs } from '../realtime/server-time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { SideBySide } from '../ui/SideBySide.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AddressChoice } from './AddressChoice.tsx';
import { AssigneeFields } from './AssigneeFields.tsx';
import { changeJob, conflictsIn, type JobChange, type JobOutcome } from './change-job.ts';
import { changeOf, clashesOf, editOf } from './edit-change.ts';
import { formMessages } from './form.messages.ts';
import styles from './JobDetail.module.css';
import type { JobDraft } from './job-draft.ts';
import { sayTime } from './job-times.ts';
import { pageMessages } from './page.messages.ts';
import { WhenField } from './WhenField.tsx';

const say = pageMessages.one;

export interface EditJobProps {
  readonly job: Job;
  readonly customer: Customer;
  readonly addressEditor: (done: () => void) => ReactNode;
  readonly onDone: () => void;
}

/** A job as it is typed over. What somebody else changed meanwhile stays; where both changed the same, a person chooses. */
export function EditJob({ job, customer, addressEditor, onDone }: EditJobProps) {
  const [draft, setDraft] = useState(() => editOf(job));
  const edit = useEdit(job, draft, onDone);
  const { refused, clash } = edit;
  const change = (over: Partial<JobDraft>) => setDraft((now) => ({ ...now, ...over }));
  const conflicts = refused?.refusal.code === 'JOB_OVERLAPS' ? conflictsIn(refused.refusal) : [];

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void edit.save();
  }
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void edit.save();
      }}
    >
      {clash === null ? null : (
        <SideBySide
          title={say.clash}
          rows={clashRows(clash)}
          labels={say}
          onKeepMine={() => void edit.keepMine()}
          onTakeTheirs={onDone}
        />
      )}
      <TextField
        label={formMessages.what}
        value={draft.title}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        problem={edit.isTried && draft.title.trim() === '' ? say.titleMissing : undefined}
        onChange={(event) => change({ title: event.target.value })}
      />
      <AddressChoice
        customer={customer}
        addressId={draft.addressId}
        problem={undefined}
        editor={addressEditor}
        onChange={(addressId) => change({ addressId })}
      />
      <WhenField
        customer={customer}
        draft={draft}
        exceptJobId={job.id}
        conflicts={conflicts}
        problem={undefined}
        onChange={change}
      >
        {null}
      </WhenField>
      <AssigneeFields draft={draft} onChange={change} />
      <TextArea
        label={say.description}
        value={draft.description}
        maxLength={20_000}
        onChange={(event) => change({ description: event.target.value })}
      />
      <TextField
        label={formMessages.tags}
        placeholder={formMessages.tagsHint}
        value={draft.tags.join(',')}
        autoComplete="off"
        onChange={(event) => change({ tags: event.target.value === '' ? [] : event.target.value.split(',') })}
      />
      {refused === null || clash !== null ? null : (
        <Banner tone="trouble" isBoxed>
          {refused.sentence}
        </Banner>
      )}
      <div className={styles.foot}>
        <Button type="submit" look="primary" keys="Mod+Enter" aria-busy={edit.isBusy}>
          {say.save}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {pageMessages.cancel}
        </Button>
      </div>
    </form>
  );
}

type Refused = Extract<JobOutcome, { kind: 'refused' }>;
interface Clash {
  readonly fields: readonly (keyof JobChange)[];
  readonly mine: JobChange;
  readonly theirs: Job;
}

/** Sends what was typed over the version it was typed over; over a newer one only where nothing is lost by it. */
function useEdit(job: Job, draft: JobDraft, onDone: () => void) {
  const [base] = useState(job);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isTried, setIsTried] = useState(false);

  async function send(over: Job, change: JobChange): Promise<void> {
    setIsBusy(true);
    const outcome = await changeJob(over, change);
    setIsBusy(false);
    if (outcome.kind !== 'refused') {
      if (outcome.kind === 'kept') notice(pageMessages.keptForLater, 'careful');
      return onDone();
    }
    setRefused(outcome);
    const now = outcome.refusal.code === 'STALE' ? await call('job.read', { id: job.id }) : null;
    if (now === null || !now.ok) return;
    const fields = clashesOf(change, base, now.value);
    if (fields.length > 0) setClash({ fields, mine: change, theirs: now.value });
    else await send(now.value, change);
  }
  async function save(): Promise<void> {
    setIsTried(true);
    const change = changeOf(base, draft);
    if (isBusy || draft.title.trim() === '') return;
    if (Object.keys(change).length === 0) return onDone();
    await send(base, change);
  }
  async function keepMine(): Promise<void> {
    setClash(null);
    if (clash !== null) await send(clash.theirs, changeOf(base, draft));
  }
  return { save, keepMine, refused, clash, isBusy, isTried };
}

function clashRows({ fields, mine, theirs }: Clash) {
  const now = editOf(theirs);
  const asked: JobChange = {
    ...now,
    addressId: theirs.addressId,
    schedule: theirs.schedule,
    lineItems: [],
  };
  return fields.map((field) => ({
    field: say.fields[field],
    mine: sayField(mine, field),
    theirs: sayField(asked, field),
  }));
}

function sayField(change: JobChange, field: keyof JobChange): string {
  const value = change[field];
  if (field === 'schedule' && change.schedule) return sayTime(change.schedule, serverNowMs());
  if (value === null || value === undefined || value === '') return say.none;
  if (Array.isArray(value)) return say.some(value.length);
  return plainText(typeof value === 'string' ? value : JSON.stringify(value));
}
