import { readPiece } from './numbers.ts';
import { readSpelling } from './spelling.ts';
import { beginsSentence, type Word } from './words.ts';

/** Signs of addresses as they are said. */
export const signs = new Map(
  Object.entries({
    dot: '.',
    period: '.',
    point: '.',
    underscore: '_',
    dash: '-',
    hyphen: '-',
    minus: '-',
    plus: '+',
    _: '_',
    '+': '+',
  }),
);
const endings =
  /^(?:com|net|org|edu|gov|mil|io|co|us|uk|ca|me|info|biz|tv|dev|app|ai|name|pro|health|care|mx|de|fr|in|au|email|online|live|xyz|tech|cloud|studio|design|shop|store|agency|solutions|services|group|world|life|works|team|house|homes|plumbing|construction|church|school|farm|club|site|website|space|center|company|consulting|photography|digital|media|news|network|systems|land|city|family|law|legal|dental|clinic|doctor|restaurant|cafe|art|blog|page|fit|nyc|la|nz|ch|es|it|se|nl|eu|pr|fm|gg|cc|ly|sh)$/;
const providers = new Map(
  Object.entries({
    gmail: 'gmail',
    'g mail': 'gmail',
    yahoo: 'yahoo',
    hotmail: 'hotmail',
    'hot mail': 'hotmail',
    outlook: 'outlook',
    icloud: 'icloud',
    'i cloud': 'icloud',
    aol: 'aol',
    'a o l': 'aol',
    comcast: 'comcast',
    'proton mail': 'protonmail',
    protonmail: 'protonmail',
  }),
);
/** The domain that begins at `at`, with the word after it. A guess is a provider without its ending. */
export function readDomain(
  words: readonly Word[],
  at: number,
): { text: string; to: number; isGuess: boolean } | null {
  const labels: string[] = [''];
  let place = at;
  let inLabel = 0;
  let end: number | null = null;
  while (place < words.length && place < at + 40) {
    const word = words[place];
    if (word === undefined) break;
    const isWritten = place > at && word.gap === '.';
    if (place > at && beginsSentence(word) && word.gap !== '\n') break;
    if (isWritten || isDot(word, words[place + 1])) {
      if (labels.at(-1) === '') break;
      labels.push('');
      inLabel = 0;
      if (!isWritten) place += 1;
      if (isWritten) {
        labels[labels.length - 1] = word.low;
        place += 1;
        inLabel = 1;
      }
    } else if (end !== null && inLabel > 0) break;
    else {
      const piece = labelPiece(words, place);
      if (piece === null || inLabel >= 4) break;
      labels[labels.length - 1] += piece.text;
      place = piece.to;
      inLabel += piece.text.length === 1 ? 0.2 : 1;
    }
    if (labels.length > 1 && endings.test(labels.at(-1) ?? '')) end = place;
  }
  if (end !== null) return { text: trimmed(labels).join('.'), to: end, isGuess: false };
  return readProvider(words, at);
}

/** Labels up to the last known ending. */
function trimmed(labels: readonly string[]): readonly string[] {
  const last = labels.findLastIndex((label, i) => i > 0 && endings.test(label));
  return labels.slice(0, last + 1);
}

function isDot(word: Word, next: Word | undefined): boolean {
  return (word.low === 'dot' || word.low === 'period' || word.low === 'point') && next !== undefined;
}

function labelPiece(words: readonly Word[], at: number): { text: string; to: number } | null {
  const word = words[at];
  if (word === undefined) return null;
  const sign = signs.get(word.low);
  if (sign === '-') return { text: '-', to: at + 1 };
  if (sign !== undefined) return null;
  const number = readPiece(words, at);
  if (number !== null) return { text: number.digits, to: number.to };
  const spelled = readSpelling(words, at);
  if (spelled !== null) return { text: spelled.letters, to: spelled.to };
  const text = word.gap.endsWith('-') && !word.gap.includes(' ') ? `-${word.low}` : word.low;
  return /^-?[a-z0-9]{1,40}$/.test(text) ? { text, to: at + 1 } : null;
}

function readProvider(
  words: readonly Word[],
  at: number,
): { text: string; to: number; isGuess: boolean } | null {
  for (const length of [3, 2, 1]) {
    const said = words.slice(at, at + length).map((word) => word.low);
    const provider = providers.get(said.join(' '));
    if (provider !== undefined) return { text: `${provider}.com`, to: at + length, isGuess: true };
  }
  return null;
}
