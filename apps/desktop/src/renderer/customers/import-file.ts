import Papa from 'papaparse';

/** A file as read: cells by row. Nothing of it is trusted. */
export interface ImportFile {
  readonly name: string;
  /** The rows that say anything. */
  readonly rows: readonly (readonly string[])[];
  /** The number that each of them has in the file, as spreadsheets count: from 1, empty ones as well. */
  readonly numbers: readonly number[];
}

export type ReadFile =
  | { readonly kind: 'read'; readonly file: ImportFile }
  | { readonly kind: 'refused'; readonly why: 'empty' | 'too large' | 'too many' | 'not text' };

const mostRows = 100_000;
export const mostBytes = 50 * 1024 * 1024;
const chunkBytes = 256 * 1024;
/** What pictures, archives and spreadsheets hold, and no text does. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const neverInText = /[\0-\x08]/;

/** The bytes as text: UTF-8 or UTF-16 by their mark, else as spreadsheets of the West wrote them (Windows-1252). */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads text as CSV (RFC 4180), whatever its separator; in pieces, so that the page goes on meanwhile. */
export function readCsv(text: string, name: string): Promise<ReadFile> {
  if (neverInText.test(text)) return Promise.resolve({ kind: 'refused', why: 'not text' });
  const rows = new FilledRows();
  return new Promise((resolve) => {
    Papa.parse<string[]>(new File([text], name), {
      chunkSize: chunkBytes,
      delimiter: separatorOf(text),
      chunk: ({ data }, parser) => {
        rows.add(data);
        if (rows.rows.length > mostRows) parser.abort();
      },
      complete: () => resolve(judged(rows, name)),
      error: () => resolve({ kind: 'refused', why: 'not text' }),
    });
  });
}

/** What stands between the cells, told by the first rows that say anything. */
export function separatorOf(text: string): string {
  const begin = text.slice(0, chunkBytes);
  return Papa.parse(begin, { preview: 30, skipEmptyLines: 'greedy' }).meta.delimiter;
}

/** The rows that say anything, as they come; each keeps the number it has in the file. */
export class FilledRows {
  readonly rows: (readonly string[])[] = [];
  readonly numbers: number[] = [];
  #read = 0;

  add(piece: readonly (readonly string[])[]): void {
    for (const row of piece) {
      this.#read += 1;
      if (row.every((cell) => cell.trim() === '')) continue;
      this.rows.push(row);
      this.numbers.push(this.#read);
    }
  }
}

function judged({ rows, numbers }: FilledRows, name: string): ReadFile {
  if (rows.length > mostRows) return { kind: 'refused', why: 'too many' };
  if (rows.length === 0) return { kind: 'refused', why: 'empty' };
  return { kind: 'read', file: { name, rows, numbers } };
}

/** Signs at which spreadsheets begin to calculate what a cell says (OWASP, CSV Injection); an import takes the apostrophe off again. */
const beginsFormula = /^'*[=+\-@\t\r]/;

/** Rows as CSV that a spreadsheet opens as text. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: beginsFormula },
  )}\r\n`;
}
