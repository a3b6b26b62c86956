import Papa from 'papaparse';

/** A file as read: cells by row. Nothing of it is trusted. */
export interface ImportFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type ReadFile =
  | { readonly kind: 'read'; readonly file: ImportFile }
  | { readonly kind: 'refused'; readonly why: 'empty' | 'too large' | 'too many' | 'not text' };

const mostRows = 100_000;
export const mostBytes = 50 * 1024 * 1024;
const chunkBytes = 256 * 1024;

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
  if (text.includes('\0')) return Promise.resolve({ kind: 'refused', why: 'not text' });
  const rows: string[][] = [];
  return new Promise((resolve) => {
    Papa.parse<string[]>(new File([text], name), {
      chunkSize: chunkBytes,
      skipEmptyLines: 'greedy',
      chunk: ({ data }, parser) => {
        for (const row of data) rows.push(row);
        if (rows.length > mostRows) parser.abort();
      },
      complete: () => resolve(judged(rows, name)),
      error: () => resolve({ kind: 'refused', why: 'not text' }),
    });
  });
}

function judged(rows: readonly (readonly string[])[], name: string): ReadFile {
  if (rows.length > mostRows) return { kind: 'refused', why: 'too many' };
  if (rows.length === 0) return { kind: 'refused', why: 'empty' };
  return { kind: 'read', file: { name, rows } };
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
