import type { Customer, Job } from '@ringdesk/shared';
import { type KeyboardEvent, useState } from 'react';
import { serverNowMs } from '../realtime/server-time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/notices.store.ts';
import { SideBySide } from '../ui/SideBySide.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AddressChoice, type AddressChoiceProps } from './AddressChoice.tsx';
import { AssigneeFields } from './AssigneeFields.tsx';
import { type Clash, changeJob, conflictsIn, type JobOutcome } from './change-job.ts';
import { addressesOf, clashRows } from './clash-rows.ts';
import { changeOf, editOf, type JobChange } from './edit-change.ts';
import { formMessages } from './form.messages.ts';
import styles from './JobDetail.module.css';
import type { JobDraft } from './job-draft.ts';
import { jobEdits } from './job-drafts.store.ts';
import { pageMessages } from './page.messages.ts';
import { useAssignees } from './use-assignees.ts';
import { WhenField } from './WhenField.tsx';

const say = pageMessages.one;

export interface EditJobProps {
  readonly job: Job;
  readonly customer: Customer;
  readonly addressEditor: AddressChoiceProps['editor'];
  readonly onDone: () => void;
}

/**
 * A job as it is typed over, kept until it is saved or given up. What somebody else changed meanwhile stays; where both
 * changed the same, a person chooses.
 */
export function EditJob({ job, customer, addressEditor, onDone: onClose }: EditJobProps) {
  const [opened] = useState(job);
  const { base, draft } = jobEdits.useDraft(job.id) ?? { base: opened, draft: editOf(opened) };
  function onDone(): void {
    jobEdits.drop(job.id);
    onClose();
  }
  const edit = useEdit(base, draft, onDone);
  const { refused, clash } = edit;
  const people = new Map(useAssignees().map(({ id, name }) => [String(id), name]));
  const change = (over: Partial<JobDraft>) => {
    const now = jobEdits.now(job.id)?.draft ?? draft;
    jobEdits.keep(job.id, { base, draft: { ...now, ...over } });
  };
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
          rows={clashRows(edit.mine, clash, {
            addresses: addressesOf(customer),
            people,
            nowMs: serverNowMs(),
          })}
          labels={say}
          onKeepMine={() => void edit.keepMine()}
          onTakeTheirs={onDone}
        />
      )}
      <TextField
        label={formMessages.what}
        autoFocus
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

/** Sends what was typed over the version it was typed over. */
function useEdit(base: Job, draft: JobDraft, onDone: () => void) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isTried, setIsTried] = useState(false);

  async function send(over: Job, change: JobChange): Promise<void> {
    setIsBusy(true);
    const outcome = await changeJob(over, change);
    setIsBusy(false);
    if (outcome.kind === 'refused') return setRefused(outcome);
    if (outcome.kind === 'kept') notice(pageMessages.keptForLater, 'careful');
    onDone();
  }
  async function save(): Promise<void> {
    setIsTried(true);
    const change = changeOf(base, draft);
    if (isBusy || draft.title.trim() === '') return;
    if (Object.keys(change).length === 0) return onDone();
    await send(base, change);
  }
  const clash: Clash | null = refused?.clash ?? null;
  async function keepMine(): Promise<void> {
    setRefused(null);
    if (clash !== null) await send(clash.theirs, changeOf(base, draft));
  }
  return { save, keepMine, mine: changeOf(base, draft), refused, clash, isBusy, isTried };
}
