import { fewestPasswordCharacters, isGuessable } from '@ringdesk/shared';

/** What a new password looks like while it is typed. A hint only: what is too easy to guess is judged by the server. */
export type Strength = 'none' | 'short' | 'easy' | 'fair' | 'strong';

const fairBits = 40;
const strongBits = 60;
/** Rows of a keyboard and of the alphabet, in which neighbours are no surprise. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** How hard a password is to guess for somebody who knows `known` about its owner, such as name and address. */
export function strengthOf(password: string, known: readonly string[]): Strength {
  if (password === '') return 'none';
  if ([...password].length < fewestPasswordCharacters) return 'short';
  if (isGuessable(password, known)) return 'easy';
  const bits = surprises(withoutKnown(password.toLowerCase(), known)) * bitsPerCharacter(password);
  if (bits < fairBits) return 'easy';
  return bits < strongBits ? 'fair' : 'strong';
}

/** The password without the words that anybody who knows the owner would try; each leaves one character behind. */
function withoutKnown(password: string, known: readonly string[]): string {
  const words = [...known, 'ringdesk', 'password', 'passwort', 'welcome', 'letmein']
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3);
  return words.reduce((left, word) => left.replaceAll(word, word.slice(0, 1)), password);
}

/** How many characters do not follow from the one before: not the same, not its neighbour, not seen twice already. */
function surprises(password: string): number {
  const seen = new Map<string, number>();
  let before = '';
  let count = 0;
  for (const character of password) {
    const times = seen.get(character) ?? 0;
    seen.set(character, times + 1);
    if (times < 3 && !isNeighbour(before, character)) count += 1;
    before = character;
  }
  return count;
}

function isNeighbour(before: string, character: string): boolean {
  if (before === '') return false;
  return (
    before === character ||
    rows.some((row) => row.includes(before + character) || row.includes(character + before))
  );
}

/** Between the entropy of random characters and that of words, by the kinds of characters that are there. */
function bitsPerCharacter(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) =>
    kind.test(password),
  ).length;
  return 3 + 0.6 * kinds;
}
