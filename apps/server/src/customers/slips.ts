/**
 * Slips of the pen: a letter missing, too many, wrong, or two swapped. Words that are near each other have something in
 * common once a letter or two are left out of each (the method of SymSpell, W. Garbe 2012), so near words are found by
 * equality, which an index answers at once.
 */

/** Words up to here may have one slip, longer ones two. */
const longestWithOne = 7;
const shortest = 4;
/** Only the first letters of a word are left out in pairs, which keeps long words small. */
const indexedLetters = 8;

/** How many slips are forgiven in a typed word. */
export function slipsIn(typed: string): 0 | 1 | 2 {
  const letters = [...typed].length;
  return letters < shortest ? 0 : letters <= longestWithOne ? 1 : 2;
}

/** What is left of a word of the dictionary, and of its beginnings, as people are still typing. */
export function remainsOf(word: string): readonly string[] {
  const letters = [...word];
  const remains = new Set<string>();
  for (let n = shortest - 1; n <= Math.min(letters.length, indexedLetters); n++)
    for (const rest of without(letters.slice(0, n).join(''), 1)) remains.add(rest);
  if (letters.length >= longestWithOne - 1)
    for (const rest of without(letters.slice(0, indexedLetters).join(''), 2)) remains.add(rest);
  return [...remains];
}

/** What a near word must have in common with this typed one. */
export function remainsOfTyped(typed: string): readonly string[] {
  const slips = slipsIn(typed);
  return slips === 0 ? [] : [...without([...typed].slice(0, indexedLetters).join(''), slips)];
}

/** The word itself, and with up to `most` letters left out. */
function without(word: string, most: number): ReadonlySet<string> {
  const found = new Set([word]);
  let last = [word];
  for (let n = 0; n < most; n++) {
    const next: string[] = [];
    for (const rest of last) {
      const letters = [...rest];
      for (let i = 0; i < letters.length; i++) {
        const shorter = letters.toSpliced(i, 1).join('');
        if (!found.has(shorter)) next.push(shorter);
        found.add(shorter);
      }
    }
    last = next;
  }
  return found;
}

/**
 * How far a word of the dictionary is from a typed one: slips (optimal string alignment) to the whole word, and to its
 * nearest beginning. More than `most` is told as `most + 1`: only the band of the table that can hold less is filled.
 */
export function distance(
  typed: readonly string[],
  word: readonly string[],
  most: number,
): { readonly whole: number; readonly beginning: number } {
  const far = most + 1;
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= typed.length; i++) {
    const next = Array.from({ length: word.length + 1 }, () => far);
    next[0] = Math.min(i, far);
    for (let j = Math.max(1, i - most); j <= Math.min(word.length, i + most); j++) {
      const isSame = typed[i - 1] === word[j - 1];
      let least = Math.min(
        (row[j] ?? far) + 1,
        (next[j - 1] ?? far) + 1,
        (row[j - 1] ?? far) + (isSame ? 0 : 1),
      );
      if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        least = Math.min(least, (before[j - 2] ?? far) + 1);
      next[j] = Math.min(least, far);
    }
    before = row;
    row = next;
  }
  return { whole: row[word.length] ?? far, beginning: Math.min(...row) };
}

/** Of words that may be near, the nearest `most`: whole words before beginnings, short ones before long ones. */
export function nearest(typed: string, words: readonly string[], most: number): readonly string[] {
  const slips = slipsIn(typed);
  const letters = [...typed];
  return words
    .map((word) => ({ word, ...distance(letters, [...word], slips) }))
    .filter((it) => it.beginning <= slips && it.word !== typed)
    .sort(
      (a, b) =>
        a.whole - b.whole ||
        a.beginning - b.beginning ||
        a.word.length - b.word.length ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, most)
    .map((it) => it.word);
}
