/** Hands a text to the computer as a file to be kept. */
export function saveText(text: string, fileName: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The file is read after this turn; an address that is let go at once may be gone by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands rows to the computer as a file. Without the mark in front Excel reads Lucía as LucÃ­a. */
export function saveCsv(rows: string, fileName: string): void {
  saveText(`\uFEFF${rows}`, fileName, 'text/csv');
}
