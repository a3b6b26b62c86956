import { isNumberWord, readNumber, readPiece } from './numbers.ts';
import { followsPause, type Word } from './words.ts';

/** Minutes of the day. */
export const noon = 720;

/** An hour as it was said: without `am` or `pm` the hours of work decide. */
export interface ClockTime {
  readonly minutes: number;
  readonly isPlain: boolean;
  readonly to: number;
}

/** An hour, perhaps with minutes: `four`, `four thirty`, `half past four`, `4:30 pm`, `noon`. */
export function clockAt(words: readonly Word[], at: number): ClockTime | null {
  const low = words[at]?.low ?? '';
  if (low === 'noon' || low === 'midday') return { minutes: noon, isPlain: false, to: at + 1 };
  const glued = /^([0-9]{1,2})(am|pm)$/.exec(low);
  if (glued !== null) return withHalf(Number(glued[1]) * 60, glued[2] ?? '', at + 1);
  const past = pastHour(words, at);
  if (past !== null) return past;
  if (isOfOther(words, at)) return null;
  const piece = readPiece(words, at);
  const hour = Number(piece?.digits);
  if (piece === null || hour < 1 || hour > 12 || piece.digits.startsWith('0')) return null;
  const minute = minuteAt(words, piece.to);
  const to = minute?.to ?? piece.to;
  const minutes = hour * 60 + (minute?.value ?? 0);
  const after = words[to]?.low ?? '';
  if (/^(?:am|pm)$/.test(after)) return withHalf(minutes, after, to + 1);
  if (/^[ap]$/.test(after) && words[to + 1]?.low === 'm') return withHalf(minutes, `${after}m`, to + 2);
  if (
    /^(?:days|day|weeks|week|hours|hour|minutes|times|people|kids|years|months|other|of|dollars|hundred|thousand|thirty-first|nd|th)$/.test(
      after,
    )
  )
    return null;
  return { minutes, isPlain: true, to: after === "o'clock" ? to + 1 : to };
}

/** The two of `apartment two oh two`, both of `3/12`, and the nine of `March nine`. */
function isOfOther(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  if (words[at + 1]?.gap === '/') return true;
  if (word === undefined || before === undefined || followsPause(word) || word.gap === '-') return false;
  return (
    word.gap === '/' ||
    /^(?:apartment|apt|unit|suite|number|room|box|lot|building|floor|gate|#|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
      before.low,
    )
  );
}

/** The `four thirty` of `five five four thirty`: more of a number than of a time. */
export function followsNumber(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  return word !== undefined && before !== undefined && !followsPause(word) && isNumberWord(before.low);
}

function minuteAt(words: readonly Word[], at: number): { value: number; to: number } | null {
  const word = words[at];
  if (word === undefined || followsPause(word) || /^(?:and|to)$/.test(word.low) || /[/-]/.test(word.gap))
    return null;
  // `ten thirty` and `ten oh five`, but not `four two eight`.
  const isOh = word.low === 'oh' || word.low === 'o';
  const number = isOh ? readNumber(words, at) : readPiece(words, at);
  if (number === null || number.digits.length !== 2) return null;
  const value = Number(number.digits);
  return value < 60 && (value >= 10 || number.digits.startsWith('0')) ? { value, to: number.to } : null;
}

/** `half past four`, `quarter to nine`, `ten past ten`. */
function pastHour(words: readonly Word[], at: number): ClockTime | null {
  const low = words[at]?.low ?? '';
  const named = low === 'half' ? 30 : low === 'quarter' ? 15 : null;
  const counted = named === null ? readPiece(words, at) : null;
  const minutes = named ?? Number(counted?.digits ?? 0);
  const linkAt = counted?.to ?? at + 1;
  const link = words[linkAt]?.low ?? '';
  const isPast = /^(?:past|after|to|till)$/.test(link) && (named !== null || link === 'past');
  const hour = isPast && minutes > 0 && minutes < 60 ? clockAt(words, linkAt + 1) : null;
  if (hour === null) return null;
  return { ...hour, minutes: hour.minutes + (/^(?:to|till)$/.test(link) ? -minutes : minutes) };
}

function withHalf(minutes: number, half: string, to: number): ClockTime | null {
  if (minutes >= 780) return null;
  const base = minutes % noon;
  return { minutes: half === 'pm' ? base + noon : base, isPlain: false, to };
}
