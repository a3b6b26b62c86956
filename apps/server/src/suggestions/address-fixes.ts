import { type AddressState, addressed } from './address-state.ts';
import { readNumber } from './numbers.ts';
import { streetEnding } from './places.ts';
import type { Utterance } from './recogniser.ts';
import { contradicts, correctionsIn } from './replies.ts';
import { streetNameAt } from './street.ts';
import { placesOf } from './words.ts';

/** `no, sorry, forty-two fifteen`, `Maple Lane, not Drive`. */
export function fixedAfter(state: AddressState, said: Utterance, since: number): AddressState {
  const { words, line } = said;
  const renamed = endingFixed(state, said, since);
  if (renamed !== null) return renamed;
  const fix = correctionsIn(line).findLast(({ to }) => to >= since);
  const at = fix?.to ?? (contradicts(line) && since === 0 ? 1 : null);
  if (at === null || (since === 0 && said.topic !== 'address')) return state;
  const number = readNumber(words, at);
  const isTime = /^(?:o'clock|am|pm|a|p|dollars|minutes)$/.test(words[number?.to ?? 0]?.low ?? '');
  if (
    number !== null &&
    number.digits.length <= 5 &&
    !isTime &&
    !said.asked.has('zip') &&
    state.number !== null
  ) {
    const fixed =
      number.digits.length < state.number.length
        ? state.number.slice(0, -number.digits.length) + number.digits
        : number.digits;
    return addressed(
      { ...state, number: fixed },
      [...(state.belief?.at ?? []), ...placesOf(words, at, number.to)],
      0.75,
    );
  }
  const street =
    [at, at + 1, at + 2].map((place) => streetNameAt(words, place, true)).find((one) => one !== null) ?? null;
  if (street === null) return state;
  return addressed(
    { ...state, name: street.name },
    [...(state.belief?.at ?? []), ...placesOf(words, at, street.to)],
    0.8,
  );
}

/** `Lane, not Drive` or `not Drive, Lane`. */
function endingFixed(state: AddressState, said: Utterance, since: number): AddressState | null {
  const { words } = said;
  const not = words.findIndex(
    (word, at) => at >= since && word.low === 'not' && streetEnding(words[at + 1]) !== undefined,
  );
  const wrong = streetEnding(words[not + 1]);
  if (not === -1 || state.name === null || wrong === undefined || !state.name.endsWith(wrong)) return null;
  const right = streetEnding(words[not - 1]) ?? streetEnding(words[not + 2]) ?? streetEnding(words[not + 3]);
  if (right === undefined || right === wrong) return null;
  const places = [
    ...(state.belief?.at ?? []),
    ...placesOf(words, Math.max(0, not - 1), Math.min(words.length, not + 4)),
  ];
  return addressed({ ...state, name: state.name.slice(0, -wrong.length) + right }, places, 0.8);
}
