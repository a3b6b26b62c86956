import { type ImportField, importFields } from '@ringdesk/shared';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { SelectField } from '../ui/SelectField.tsx';
import table from '../ui/Table.module.css';
import styles from './Import.module.css';
import { importMessages } from './import.messages.ts';
import {
  beginAgain,
  check,
  type ImportState,
  rowsOf,
  setColumn,
  setHeader,
  setOnDuplicate,
} from './import.store.ts';

const say = importMessages;
const shownExamples = 3;
const longestExample = 40;

const choices = [
  { value: 'none', label: say.leaveOut },
  ...importFields.map((field) => ({ value: field, label: say.fields[field] })),
] as const;
const wishes = (['skip', 'update', 'create'] as const).map((value) => ({
  value,
  label: say.onDuplicate[value],
}));

/** What each column of the file means, guessed and put right. */
export function ImportColumns(state: Extract<ImportState, { step: 'columns' }>) {
  const { file, isHeaderFirst, columns, onDuplicate } = state;
  const rows = rowsOf(state);
  const isReady = columns.some((field) => field !== null);
  return (
    <form
      className={styles.columns}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void check();
      }}
    >
      <header className={styles.columnsHead}>
        <div>
          <h2>{say.columnsTitle}</h2>
          <p className={styles.quiet}>{say.columnsAbout}</p>
        </div>
        <p className={styles.quiet}>{say.rowsOf(rows.length, plainText(file.name))}</p>
      </header>
      <div className={styles.tableBox}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{say.column}</th>
              <th scope="col">{say.examples}</th>
              <th scope="col">{say.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((field, place) => (
              <ColumnRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a column of a file has no name but its place
                key={place}
                name={nameOf(isHeaderFirst ? file.rows[0]?.[place] : undefined, place)}
                examples={examplesOf(rows, place)}
                field={field}
                onField={(next) => setColumn(place, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isHeaderFirst}
          onChange={(event) => setHeader(event.target.checked)}
        />
        {say.header}
      </label>
      <div className={styles.wish}>
        <SelectField label={say.duplicates} value={onDuplicate} choices={wishes} onChange={setOnDuplicate} />
      </div>
      <footer className={styles.foot}>
        <Button type="submit" look="primary" size="large" disabled={!isReady}>
          {say.check}
        </Button>
        <Button size="large" look="quiet" onClick={beginAgain}>
          {say.otherFile}
        </Button>
        {isReady ? null : <p className={styles.quiet}>{say.noColumn}</p>}
      </footer>
    </form>
  );
}

interface ColumnRowProps {
  readonly name: string;
  readonly examples: string;
  readonly field: ImportField | null;
  readonly onField: (field: ImportField | null) => void;
}

function ColumnRow({ name, examples, field, onField }: ColumnRowProps) {
  return (
    <tr className={field === null ? table.off : undefined}>
      <th scope="row" className={styles.columnName} dir="auto">
        {name}
      </th>
      <td className={table.what} title={examples}>
        <div className={styles.example} dir="auto">
          {examples}
        </div>
      </td>
      <td>
        <SelectField
          label={say.fieldOf(name)}
          isLabelHidden
          value={field ?? 'none'}
          choices={choices}
          onChange={(picked) => onField(picked === 'none' ? null : picked)}
        />
      </td>
    </tr>
  );
}

function nameOf(cell: string | undefined, place: number): string {
  const name = plainText(cell ?? '').trim();
  return name === '' ? say.noName(place + 1) : name.slice(0, longestExample);
}

function examplesOf(rows: readonly (readonly string[])[], place: number): string {
  const found: string[] = [];
  for (const row of rows.slice(0, 200)) {
    const cell = plainText(row[place] ?? '').trim();
    if (cell !== '' && !found.includes(cell)) found.push(cell.slice(0, longestExample));
    if (found.length === shownExamples) break;
  }
  return found.join(' · ');
}
