import type { ImportField } from './import-fields.ts';
import type { RowResult } from './import-run.ts';

type Outcome = RowResult['outcome'];

const fields: Readonly<Record<ImportField, string>> = {
  name: 'Whole name',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  email: 'Email',
  phone: 'Phone',
  mobile: 'Mobile phone',
  home: 'Home phone',
  work: 'Work phone',
  street: 'Street',
  unit: 'Unit',
  city: 'Town',
  state: 'State',
  zip: 'Zip',
  country: 'Country',
  tags: 'Tags',
  leadSource: 'Lead source',
  timeZone: 'Time zone',
  notes: 'Notes',
};
const willBe: Readonly<Record<Outcome, string>> = {
  created: 'New',
  updated: 'Updates a customer',
  skipped: 'There already',
  refused: 'Cannot be imported',
};
const was: Readonly<Record<Outcome, string>> = {
  created: 'Made',
  updated: 'Updated',
  skipped: 'Left out: there already',
  refused: 'Not imported',
};
const rows = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString()} rows`);

/** What the import of customers says. */
export const importMessages = {
  title: 'Import customers',
  about:
    'From a CSV file of another program. Nothing is written before you have seen what would become of each row.',
  back: 'All customers',
  steps: ['File', 'Columns', 'Check', 'Import'],
  step: (place: number, name: string) => `${place}. ${name}`,
  drop: 'Drop a CSV file here',
  or: 'or',
  pick: 'Choose a file',
  paste: 'Paste rows',
  pasteHint: 'Copied from a spreadsheet, or as CSV; the first row names the columns.',
  pasted: 'pasted rows',
  readPasted: 'Read these rows',
  reading: (name: string) => `Reading ${name} …`,
  refusals: {
    empty: 'There is nothing in this file.',
    'too large': 'This file is larger than 50 MB. Split it, then import the parts.',
    'too many': 'There are more than 100,000 rows in this file. Split it, then import the parts.',
    'not text': 'This is no text. Save it as CSV in the program it comes from, then choose it again.',
  },
  rowsOf: (count: number, name: string) => `${rows(count)} in ${name}`,
  otherFile: 'Another file',
  columnsTitle: 'What the columns mean',
  columnsAbout: 'Columns that are left out are not imported.',
  column: 'Column of the file',
  noName: (place: number) => `Column ${place}`,
  examples: 'For example',
  becomes: 'Becomes',
  fieldOf: (column: string) => `What “${column}” becomes`,
  leaveOut: 'Leave out',
  fields,
  header: 'The first row names the columns',
  duplicates: 'Rows with a number or email that is there already',
  onDuplicate: {
    skip: 'Leave them out',
    update: 'Update the customer who is there',
    create: 'Make another customer all the same',
  },
  check: 'Check the rows',
  noColumn: 'Say of at least one column what it means.',
  checking: 'Checking',
  importing: 'Importing',
  progress: (done: number, total: number) => `${done.toLocaleString()} of ${total.toLocaleString()}`,
  stop: 'Stop',
  goOn: 'Go on',
  stopped: 'Stopped. What is done so far is done; going on leaves it as it is.',
  backToColumns: 'Change the columns',
  import: (count: number) => `Import ${rows(count)}`,
  nothingToImport: 'No row can be imported as it is.',
  willBe,
  was,
  every: 'Every row',
  showing: 'Which rows are shown',
  results: 'Rows of the file',
  row: 'Row',
  name: 'Customer',
  outcome: 'What becomes of it',
  happened: 'What became of it',
  problems: 'Why',
  problem: (field: string, message: string) => `${field}: ${message}`,
  none: '–',
  end: 'These are all.',
  loading: '',
  nothingHere: 'No row of this kind.',
  bad: (count: number) => `Save the ${rows(count)} that cannot be imported`,
  badName: 'rows-not-imported.csv',
  whatIsWrong: 'What is wrong',
  done: (made: number, updated: number) =>
    [
      made > 0 || updated === 0 ? `${made.toLocaleString()} customers were made` : '',
      updated > 0 ? `${updated.toLocaleString()} were updated` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  show: 'Show the newest customers',
  another: 'Import another file',
} as const;
