import { type Job, LineItemKind } from '@ringdesk/shared';
import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { notice } from '../ui/notices.store.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { changeJob } from './change-job.ts';
import styles from './JobDetail.module.css';
import { draftsOf, type LineDraft, type LineProblem, newDraft, readLines } from './line-drafts.ts';
import { sayMoney } from './money.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.lines;
const mostLines = 200;
const kinds = LineItemKind.options.map((kind) => ({ value: kind, label: pageMessages.kinds[kind] }));

/** The lines of a job as they are typed; Ctrl+Enter saves, Escape leaves them as they were. */
export function LineItemsEditor({ job, onDone }: { readonly job: Job; readonly onDone: () => void }) {
  const added = useRef(0);
  const fresh = () => {
    added.current += 1;
    return newDraft(`new ${added.current}`);
  };
  const [drafts, setDrafts] = useState<readonly LineDraft[]>(() =>
    job.lineItems.length === 0 ? [newDraft('new 0')] : draftsOf(job.lineItems),
  );
  const [isTried, setIsTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const read = readLines(drafts);

  async function save(): Promise<void> {
    setIsTried(true);
    if ('problems' in read || isBusy) return;
    setIsBusy(true);
    const outcome = await changeJob(job, { lineItems: [...read.lines] });
    setIsBusy(false);
    if (outcome.kind === 'refused') return setProblem(outcome.sentence);
    notice(
      outcome.kind === 'kept' ? pageMessages.keptForLater : say.saved,
      outcome.kind === 'kept' ? 'careful' : 'well',
    );
    onDone();
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
  }
  return (
    <form
      className={styles.editor}
      noValidate
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {drafts.map((draft, place) => (
        <LineFields
          key={draft.key}
          draft={draft}
          place={place}
          problems={isTried && 'problems' in read ? (read.problems.get(draft.key) ?? []) : []}
          onChange={(next) => setDrafts(drafts.map((one) => (one.key === draft.key ? next : one)))}
          onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
        />
      ))}
      {problem === null ? null : (
        <Banner tone="trouble" isBoxed>
          {problem}
        </Banner>
      )}
      <div className={styles.foot}>
        <Button type="submit" look="primary" keys="Mod+Enter" aria-busy={isBusy}>
          {say.save}
        </Button>
        <Button disabled={drafts.length >= mostLines} onClick={() => setDrafts([...drafts, fresh()])}>
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
    <div className={styles.edited}>
      <TextField
        label={isFirst ? say.name : say.field(say.name, place)}
        isLabelHidden={!isFirst}
        autoFocus={draft.base === null}
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
