/** A piece of a text; `isFound` ones hold what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Cuts a text where a word of a search stands in it, in any case; words that are spelled otherwise are left alone. */
export function piecesOf(text: string, search: string): readonly Piece[] {
  const words = search.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || text === '') return [{ text, isFound: false }];
  const pattern = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((piece, index) => ({ text: piece, isFound: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** The same for a number: its digits are found, however the number is written. */
export function digitPiecesOf(number: string, search: string): readonly Piece[] {
  const digits = search.replaceAll(/\D/g, '');
  if (digits.length < 2) return [{ text: number, isFound: false }];
  const pattern = [...digits].join('\\D*');
  return number
    .split(new RegExp(`(${pattern})`))
    .map((piece, index) => ({ text: piece, isFound: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
