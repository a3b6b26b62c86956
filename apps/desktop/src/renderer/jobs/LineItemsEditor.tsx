import { type Job, LineItemKind } from '@ringdesk/shared';
import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { notice } from '../ui/notices.store.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { TextField } from '../ui/TextField.tsx';
import { changeJob, type JobOutcome } from './change-job.ts';
import { clashRows } from './clash-rows.ts';
import styles from './JobDetail.module.css';
import { draftsOf, type LineDraft, type LineProblem, newDraft, readLines } from './line-drafts.ts';
import { sayMoney } from './money.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.lines;
const mostLines = 200;
/** Lines name neither people nor places. */
const nobody = { addresses: new Map(), people: new Map(), nowMs: 0 };
const kinds = LineItemKind.options.map((kind) => ({ value: kind, label: pageMessages.kinds[kind] }));

type Refused = Extract<JobOutcome, { kind: 'refused' }>;

/** The lines of a job as they are typed; Ctrl+Enter saves, Escape leaves them as they were. */
export function LineItemsEditor({ job, onDone }: { readonly job: Job; readonly onDone: () => void }) {
  const added = useRef(0);
  const form = useRef<HTMLFormElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const fresh = () => {
    added.current += 1;
    return newDraft(`new ${added.current}`);
  };
  const [drafts, setDrafts] = useState<readonly LineDraft[]>(() =>
    job.lineItems.length === 0 ? [newDraft('new 0')] : draftsOf(job.lineItems),
  );
  const [isTried, setIsTried] = useState(false);
  // The lines that are typed over; what comes in meanwhile is not written over unseen.
  const [base] = useState(job);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const read = readLines(drafts);
  const mine = 'problems' in read ? {} : { lineItems: [...read.lines] };
  const clash = refused?.clash ?? null;

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
    if (event.key === 'Escape') onDone();
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
          onTakeTheirs={onDone}
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
        <Button look="quiet" onClick={onDone}>
          {pageMessages.cancel}
        </Button>
        {'problems' in read ? null : <output>{say.totalNow(sayMoney(read.totalCents))}</output>}
      </div>
    </form>
  );
}

interface LineFieldsProps {
  readonly draft: LineDraft;
  readonly place: number;
  readonly problems: readonly LineProblem[];
  readonly onChange: (draft: LineDraft) => void;
  readonly onRemove: () => void;
}

function LineFields({ draft, place, problems, onChange, onRemove }: LineFieldsProps) {
  const isFirst = place === 0;
  const priceLabel = draft.kind === 'percent discount' ? say.percent : say.price;
  return (
    <div className={styles.edited} data-line>
      <TextField
        label={isFirst ? say.name : say.field(say.name, place)}
        isLabelHidden={!isFirst}
        autoFocus={draft.base === null || isFirst}
        maxLength={200}
        value={draft.name}
        problem={problems.includes('name') ? say.nameMissing : undefined}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <SelectField
        label={isFirst ? say.kind : say.field(say.kind, place)}
        isLabelHidden={!isFirst}
        value={draft.kind}
        choices={kinds}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <TextField
        label={isFirst ? say.quantity : say.field(say.quantity, place)}
        isLabelHidden={!isFirst}
        inputMode="decimal"
        value={draft.quantity}
        problem={problems.includes('quantity') ? say.quantityWrong : undefined}
        onChange={(event) => onChange({ ...draft, quantity: event.target.value })}
      />
      <TextField
        label={isFirst ? priceLabel : say.field(priceLabel, place)}
        isLabelHidden={!isFirst}
        inputMode="decimal"
        placeholder="0.00"
        value={draft.price}
        problem={problems.includes('price') ? say.priceWrong : undefined}
        onChange={(event) => onChange({ ...draft, price: event.target.value })}
      />
      <IconButton icon={Trash2} label={say.remove(draft.name)} onClick={onRemove} />
    </div>
  );
}
