/** Signs at which spreadsheets begin to calculate what a cell says (OWASP, CSV Injection). */
const beginsFormula = /^'*[=+\-@\t\r]/;

/** One line of CSV (RFC 4180). A cell that a spreadsheet would read as a formula gets an apostrophe in front. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string): string {
  const safe = beginsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell said before the apostrophe was put in front of it. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && beginsFormula.test(cell) ? cell.slice(1) : cell;
}
