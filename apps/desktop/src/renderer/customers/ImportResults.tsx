import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { sayRefusal } from '../http/say-refusal.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { saveCsv } from '../ui/save-text.ts';
import type { Column } from '../ui/TableRow.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import styles from './Import.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { importMessages } from './import.messages.ts';
import {
  backToColumns,
  beginAgain,
  check,
  type ImportState,
  importRows,
  numbersOf,
  rowsOf,
} from './import.store.ts';
import { writeCsv } from './import-file.ts';
import type { RowResult } from './import-plan.ts';
import { countsOf } from './import-run.ts';

const say = importMessages;
type Outcome = RowResult['outcome'];
const outcomes = ['refused', 'skipped', 'updated', 'created'] as const satisfies readonly Outcome[];

interface Shown extends RowResult {
  readonly index: number;
  readonly number: number;
}

export interface ImportResultsProps {
  readonly state: Extract<ImportState, { step: 'check' | 'import' }>;
  /** The way to the customers that were made. */
  readonly showMade: ReactNode;
}

/** What would become of each row, or what became of it. */
export function ImportResults({ state, showMade }: ImportResultsProps) {
  const { step, isRunning, results, refusal } = state;
  const rows = rowsOf(state);
  const counts = useMemo(() => countsOf(results), [results]);
  const [only, setOnly] = useState<Outcome | 'every'>('every');
  const numbers = useMemo(() => numbersOf(state), [state]);
  const shown = useMemo(
    () =>
      [...results]
        .filter(([, { outcome }]) => only === 'every' || outcome === only)
        .toSorted(([a], [b]) => a - b)
        .map(([index, result]): Shown => ({ ...result, index, number: numbers[index] ?? 0 })),
    [results, only, numbers],
  );
  const words = step === 'check' ? say.willBe : say.was;
  const columns = useMemo(() => columnsWith(words), [words]);
  const isWhole = results.size === rows.length;
  const worth = counts.created + counts.updated;
  return (
    <div className={styles.results}>
      {isRunning || !isWhole ? (
        <ImportProgress
          label={step === 'check' ? say.checking : say.importing}
          done={results.size}
          total={rows.length}
          isRunning={isRunning}
          onGoOn={() => void (step === 'check' ? check() : importRows())}
        />
      ) : null}
      {refusal === null ? null : (
        <Banner tone="trouble" isBoxed>
          {sayRefusal(refusal)} {say.stopped}
        </Banner>
      )}
      {step === 'import' && isWhole && !isRunning ? (
        <Banner tone="well" isBoxed action={showMade}>
          {say.done(counts.created, counts.updated)}.
        </Banner>
      ) : null}
      <div className={styles.sum}>
        <SelectField
          label={say.showing}
          isLabelHidden
          value={only}
          choices={[
            { value: 'every', label: `${say.every} (${results.size.toLocaleString()})` },
            ...outcomes.map((one) => ({
              value: one,
              label: `${words[one]} (${counts[one].toLocaleString()})`,
            })),
          ]}
          onChange={setOnly}
        />
        <dl className={styles.counts}>
          {outcomes.map((one) => (
            <div key={one} data-outcome={one}>
              <dt>{words[one]}</dt>
              <dd>{counts[one].toLocaleString()}</dd>
            </div>
          ))}
        </dl>
      </div>
      {shown.length === 0 ? (
        <p className={styles.nothing}>{isRunning ? '' : say.nothingHere}</p>
      ) : (
        <VirtualTable
          label={say.results}
          columns={columns}
          rows={shown}
          keyOf={keyOf}
          onOpen={() => undefined}
          placeKey={`import ${state.key} ${only}`}
          isTall
          hasMore={false}
          onMore={() => undefined}
          endLabel={say.end}
          loadingLabel={say.loading}
        />
      )}
      <footer className={styles.foot}>
        {step === 'check' ? (
          <>
            <Button
              look="primary"
              size="large"
              disabled={isRunning || !isWhole || worth === 0}
              onClick={() => void importRows()}
            >
              {say.import(worth)}
            </Button>
            <Button size="large" onClick={backToColumns}>
              {say.backToColumns}
            </Button>
          </>
        ) : (
          <Button size="large" disabled={isRunning} onClick={beginAgain}>
            {say.another}
          </Button>
        )}
        {counts.refused === 0 ? null : (
          <Button size="large" look="quiet" onClick={() => saveBad(state)}>
            {say.bad(counts.refused)}
          </Button>
        )}
      </footer>
    </div>
  );
}

const keyOf = ({ index }: Shown) => String(index);

function columnsWith(words: Readonly<Record<Outcome, string>>): readonly Column<Shown>[] {
  return [
    { key: 'row', label: say.row, track: '5.5rem', cell: ({ number }) => number.toLocaleString() },
    {
      key: 'name',
      label: say.name,
      track: 'minmax(7rem, 1fr)',
      cell: ({ name, customerId, outcome }) => {
        if (name === null) return <span className={styles.quiet}>{say.none}</span>;
        // A customer that a dry run would make is not there yet.
        if (customerId === null || (outcome === 'created' && words === say.willBe))
          return <span title={plainText(name)}>{plainText(name)}</span>;
        return (
          <Link to="/customers/$id" params={{ id: customerId }} tabIndex={-1} className={styles.link}>
            {plainText(name)}
          </Link>
        );
      },
    },
    {
      key: 'outcome',
      label: words === say.willBe ? say.outcome : say.happened,
      track: 'minmax(11rem, 0.8fr)',
      cell: ({ outcome }) => <span data-outcome={outcome}>{words[outcome]}</span>,
    },
    {
      key: 'problems',
      label: say.problems,
      track: 'minmax(12rem, 2.6fr)',
      cell: ({ problems }) => {
        const told = problems.map(sayProblem).join('; ');
        return (
          <span className={styles.why} title={told}>
            {told === '' ? say.none : told}
          </span>
        );
      },
    },
  ];
}

/** The field of a row that is not as expected, and what would be right. */
function sayProblem({ path, message }: RowResult['problems'][number]): string {
  const name = fieldNames[path.replace(/^addresses\.\d+\./, '').replace(/\.\d+.*$/, '')];
  const plain = plainText(message);
  return name === undefined ? plain.charAt(0).toUpperCase() + plain.slice(1) : say.problem(name, plain);
}

const fieldNames: Readonly<Record<string, string>> = { ...say.fields, phones: say.fields.phone };

/** The rows that cannot be imported as they came, each with what is wrong: to be put right and imported again. */
function saveBad(state: ImportResultsProps['state']): void {
  const rows = rowsOf(state);
  const header = state.isHeaderFirst
    ? (state.file.rows[0] ?? [])
    : state.columns.map((_, place) => say.noName(place + 1));
  const bad = [...state.results]
    .filter(([, { outcome }]) => outcome === 'refused')
    .toSorted(([a], [b]) => a - b)
    .map(([index, { problems }]) => [
      ...(rows[index] ?? []),
      ...Array<string>(Math.max(0, header.length - (rows[index]?.length ?? 0))).fill(''),
      problems.map(sayProblem).join('; '),
    ]);
  saveCsv(writeCsv([[...header, say.whatIsWrong], ...bad]), say.badName);
}
