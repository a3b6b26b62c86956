import type { Job } from '@ringdesk/shared';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { clearDraft } from '../outbox/clear-draft.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/notices.store.ts';
import { SideBySide } from '../ui/SideBySide.tsx';
import { changeJob, type JobOutcome } from './change-job.ts';
import { clashRows } from './clash-rows.ts';
import styles from './JobDetail.module.css';
import { lineDrafts } from './job-drafts.store.ts';
import { LineFields } from './LineFields.tsx';
import { draftsOf, type LineDraft, newDraft, readLines } from './line-drafts.ts';
import { sayMoney } from './money.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.lines;
const mostLines = 200;
/** Lines name neither people nor places. */
const nobody = { addresses: new Map(), people: new Map(), nowMs: 0 };

type Refused = Extract<JobOutcome, { kind: 'refused' }>;

export interface LineItemsEditorProps {
  readonly job: Job;
  readonly onDone: () => void;
  /** Opened by itself, with what was typed before: the focus stays where it is. */
  readonly isQuiet: boolean;
}

/** The lines of a job as they are typed, kept until they are saved or given up; Ctrl+Enter saves, Escape gives up. */
export function LineItemsEditor({ job, onDone: onClose, isQuiet }: LineItemsEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  // The lines that are typed over; what comes in meanwhile is not written over unseen.
  const [opened] = useState(() => ({
    base: job,
    lines: job.lineItems.length === 0 ? [fresh()] : [...draftsOf(job.lineItems)],
  }));
  const { base, lines: drafts } = lineDrafts.useDraft(job.id) ?? opened;
  const setDrafts = (lines: LineDraft[]) => lineDrafts.keep(job.id, { base, lines });
  const [steady] = useState(() => new Set(isQuiet ? drafts.map(({ key }) => key) : []));
  const [isTried, setIsTried] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const read = readLines(drafts);
  const mine = 'problems' in read ? {} : { lineItems: [...read.lines] };
  const clash = refused?.clash ?? null;

  function onDone(): void {
    lineDrafts.drop(job.id);
    onClose();
  }
  function giveUp(): void {
    clearDraft(lineDrafts, job.id, { cleared: say.givenUp, undo: pageMessages.undo });
    onClose();
  }
  async function save(over: Job): Promise<void> {
    setIsTried(true);
    if ('problems' in read || isBusy) return;
    setIsBusy(true);
    const outcome = await changeJob(over, mine);
    setIsBusy(false);
    if (outcome.kind === 'refused') return setRefused(outcome);
    notice(
      outcome.kind === 'kept' ? pageMessages.keptForLater : say.saved,
      outcome.kind === 'kept' ? 'careful' : 'well',
    );
    onDone();
  }
  /** The focus goes on to the line that comes into this place, or to the button that adds one. */
  function remove(key: string, place: number): void {
    setDrafts(drafts.filter((draft) => draft.key !== key));
    requestAnimationFrame(() => {
      const lines = form.current?.querySelectorAll('[data-line]') ?? [];
      const next = lines[Math.min(place, lines.length - 1)]?.querySelector('input');
      (next ?? add.current)?.focus();
    });
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(base);
    else return;
    event.preventDefault();
  }
  return (
    <form
      ref={form}
      className={styles.editor}
      noValidate
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void save(base);
      }}
    >
      {drafts.map((draft, place) => (
        <LineFields
          key={draft.key}
          draft={draft}
          place={place}
          isSteady={steady.has(draft.key)}
          problems={isTried && 'problems' in read ? (read.problems.get(draft.key) ?? []) : []}
          onChange={(next) => setDrafts(drafts.map((one) => (one.key === draft.key ? next : one)))}
          onRemove={() => remove(draft.key, place)}
        />
      ))}
      {clash === null ? null : (
        <SideBySide
          title={pageMessages.one.clash}
          rows={clashRows(mine, clash, nobody)}
          labels={pageMessages.one}
          onKeepMine={() => void save(clash.theirs)}
          onTakeTheirs={giveUp}
        />
      )}
      {refused === null || clash !== null ? null : (
        <Banner tone="trouble" isBoxed>
          {refused.sentence}
        </Banner>
      )}
      <div className={styles.foot}>
        <Button type="submit" look="primary" keys="Mod+Enter" aria-busy={isBusy}>
          {say.save}
        </Button>
        <Button
          ref={add}
          disabled={drafts.length >= mostLines}
          onClick={() => setDrafts([...drafts, fresh()])}
        >
          <Plus size={14} strokeWidth={2} aria-hidden />
          {say.add}
        </Button>
        <Button look="quiet" onClick={giveUp}>
          {pageMessages.cancel}
        </Button>
        {'problems' in read ? null : <output>{say.totalNow(sayMoney(read.totalCents))}</output>}
      </div>
    </form>
  );
}

function fresh(): LineDraft {
  return newDraft(crypto.randomUUID());
}
