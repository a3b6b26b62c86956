import { beginsSentence, followsPause, type Word } from './words.ts';

/** Letters said one by one, with the word after them. */
export interface Spelled {
  readonly letters: string;
  /** Where one word ends and the next begins, for names spelled in one go: `D-A-N-A R-E-Y-E-S`. */
  readonly parts: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Names of letters as a transcript may write them, understood only between other letters. */
const letterNames = new Map(
  Object.entries({
    jay: 'j',
    kay: 'k',
    zee: 'z',
    zed: 'z',
    ess: 's',
    em: 'm',
    en: 'n',
    ar: 'r',
    tee: 't',
    bee: 'b',
    dee: 'd',
    gee: 'g',
    vee: 'v',
    pee: 'p',
    cee: 'c',
    see: 'c',
    you: 'u',
    why: 'y',
    ex: 'x',
    aitch: 'h',
    ell: 'l',
    eff: 'f',
    cue: 'q',
    eye: 'i',
    oh: 'o',
  }),
);
const skipped = new Set(['capital', 'letter', 'lowercase', 'uppercase', 'and', 'then', 'um', 'uh']);
const explains = new Set(['as', 'like', 'for', 'in']);

/** The letters that are spelled at `at`: `R-E-Y-E-S`, `d as in dog`, `double u`, `two l's`; null below so many letters. */
export function readSpelling(words: readonly Word[], at: number, least = 2): Spelled | null {
  const parts: string[] = [''];
  let place = at;
  let end = at;
  while (place < words.length) {
    const word = words[place];
    if (word === undefined || (end > at && beginsSentence(word) && !isDotted(words, at, word))) break;
    const letter = letterAt(words, place, end > at);
    if (letter === null || (end > at && isWordAgain(words, place))) {
      if (end === at || !skipped.has(word.low)) break;
      place += 1;
      continue;
    }
    const isApart = end > at && word.gap === ' ' && words[place - 1]?.gap === '-';
    if (isApart) parts.push('');
    parts[parts.length - 1] += letter.letters;
    place = explained(words, letter);
    end = place;
  }
  const letters = parts.join('');
  return letters.length < least
    ? null
    : { letters, parts: parts.filter((part) => part !== ''), from: at, to: end };
}

/** The `you` of `P F E I L you spelled it wrong`: it is a letter only between letters, or as the last word. */
function isWordAgain(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (next === undefined || followsPause(next) || !/^(?:you|see|oh|why)$/.test(word?.low ?? '')) return false;
  return letterAt(words, at + 1, true) === null && !skipped.has(next.low) && !explains.has(next.low);
}

/** `R. E. Y.` has full stops between all of its letters. */
function isDotted(words: readonly Word[], first: number, word: Word): boolean {
  const isStop = (gap: string | undefined) => gap !== undefined && /^\.\s?$/.test(gap);
  return word.low.length === 1 && isStop(word.gap) && isStop(words[first + 1]?.gap);
}

function letterAt(
  words: readonly Word[],
  at: number,
  isInside: boolean,
): { letters: string; to: number } | null {
  const low = words[at]?.low ?? '';
  const next = words[at + 1]?.low ?? '';
  if ((low === 'double' || low === 'two') && /^\p{L}(?:'s)?$/u.test(next)) {
    const letters = low === 'double' && next === 'u' ? 'w' : next.charAt(0).repeat(2);
    return { letters, to: at + 2 };
  }
  if (low === 'double' && next === 'you') return { letters: 'w', to: at + 2 };
  if (/^\p{L}$/u.test(low)) return { letters: low, to: at + 1 };
  const named = isInside ? letterNames.get(low) : undefined;
  return named === undefined ? null : { letters: named, to: at + 1 };
}

/** Passes over `as in dog`, `like boy`, `for nancy`: a word that begins with the letter that it explains. */
function explained(words: readonly Word[], { letters, to }: { letters: string; to: number }): number {
  let place = to;
  while (explains.has(words[place]?.low ?? '') && place - to < 2) place += 1;
  const word = words[place];
  const isExample = place > to && word !== undefined && word.low.length > 1 && !followsPause(word);
  return isExample && word.low.startsWith(letters.charAt(0)) ? place + 1 : to;
}

/** Every run of at least `least` letters. */
export function spellingsIn(words: readonly Word[], least: number): Spelled[] {
  const found: Spelled[] = [];
  let at = 0;
  while (at < words.length) {
    const spelled = readSpelling(words, at);
    if (spelled !== null && spelled.letters.length >= least) found.push(spelled);
    at = spelled === null ? at + 1 : spelled.to;
  }
  return found;
}

/** How many letters must be changed to make one word of the other (Levenshtein); words longer than 40 letters are far apart. */
export function distance(a: string, b: string): number {
  if (a.length > 40 || b.length > 40) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 99;
}

/** What is left of a word without what is misheard most: `rays` and `reyes` are both `rs`. */
function skeleton(word: string): string {
  return word.replace(/[aeiouyhw]/g, '').replace(/(.)\1/g, '$1');
}

/** Whether two words may be the same one, heard and spelled. */
export function isAlike(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const far = distance(a, b);
  const isSameSound = a.charAt(0) === b.charAt(0) && skeleton(a).length > 1 && skeleton(a) === skeleton(b);
  return (
    isSameSound ||
    far <= Math.max(1, Math.floor(longest / 3)) ||
    (a.charAt(0) === b.charAt(0) && far <= Math.ceil(longest / 2))
  );
}
