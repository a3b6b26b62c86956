import nlp from 'compromise/two';
import { isNumberWord, readOrdinal } from './numbers.ts';
import { asTitle, followsPause, isCapital, type Word } from './words.ts';

/** Which words make a name. */

/** Names as they stand in the words [from, to). */
export interface NameWords {
  readonly parts: readonly string[];
  readonly from: number;
  readonly to: number;
}

const common = new Set(
  "most people everybody family a about absolutely ac actually after again ago all almost already also always am an and another any anybody anyone anything appointment apartment are around as ask asking at available away back bad basement bathroom be because been before being better between blood both broken but by bye call called caller calling came can can't cannot cell clear come coming cool correct could customer day days dear dishwasher do doctor does doing done don't door down dry dying email emergency everything exactly feeling fine first fixed for from fun furnace garage gas get getting give glad go going gonna good gosh got great guess had happy has have having he heat hello help her here hey hi him his hold home homeowner hope hot house how hurting husband i i'd i'll i'm i've if important in inside interested is isn't it it's its just kind kitchen know last late leak leaking let like listen little living locked look looking lost lot many married may maybe me mean minutes miss moment more mother mr mrs ms much must my name name's need never new next nice no nobody none nope not nothing now number oh ok okay on once one only open or other our out outside over owner pain perfect phone please possible power pretty probably problem question quite ready really red renting right roof running same say see sent she sick sink so some somebody someone something sometimes soon sorry speaking spell spelled standing still street stuck sure talking tenant terrible than thank thanks that that's the their them then there there's these they they're thing think this those though time tired to today tomorrow tonight too trying two ugly um uh under until up urgent us use very wait waiting want was water way we we're weird well were what what's when where which who why will wife wish with wonderful work working worried worse would wow wrong yeah year years yep yes yesterday you you're your yours gotcha im ive its thats whats dont cant doesnt didnt isnt wasnt wont couldnt youre theyre theres course dot underscore spelling homeowner's landlord manager patient nurse calls call's".split(
    ' ',
  ),
);
const never = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december american spanish english german chinese mexican catholic christian jewish muslim medicare medicaid god jesus apt unit street avenue road drive'.split(
    ' ',
  ),
);
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'doctor', 'dr', 'mister', 'missus', 'professor']);
const particles = new Set([
  'de',
  'la',
  'del',
  'van',
  'von',
  'der',
  'den',
  'da',
  'di',
  'al',
  'el',
  'bin',
  'le',
  'st',
  'san',
  'dos',
  'ten',
  'ter',
  'mac',
  'mc',
]);
const openers = new Set(
  "yes yeah yep sure um uh oh well okay ok so hi hello hey of course it's its it is that's thats the name my name's i'm am this you know let me see look listen sorry i mean okay, right good morning afternoon evening and certainly absolutely yup mhm full first ah er erm here mine".split(
    ' ',
  ),
);
const enders = new Set([
  'speaking',
  'here',
  'calling',
  'from',
  'and',
  'with',
  'at',
  'i',
  "i'm",
  "i've",
  "it's",
  'the',
  'spelled',
  "that's",
  'last',
  'is',
  'but',
  'on',
  'in',
  'my',
  'again',
  'please',
  'thanks',
  'thank',
  'we',
  'or',
  'with',
  'first',
  'as',
  'like',
  'we',
  "we're",
  'for',
  'no',
  'not',
  'by',
  'it',
  'most',
  'people',
  'everybody',
  'but',
  'you',
  'he',
  'she',
  'they',
  'so',
  'this',
  'just',
  'everyone',
  'im',
  'its',
  'thats',
  'ive',
  'his',
  'her',
]);
const longest = 3;
/** With particles, and words said twice. */
const mostWords = 7;

/** The name that begins at `at`; who was asked for it is believed more readily. */
export function readName(
  words: readonly Word[],
  at: number,
  { isAsked }: { readonly isAsked: boolean },
): NameWords | null {
  const start = titles.has(words[at]?.low ?? '') ? at + 1 : at;
  const isCased = words.some(isCapital);
  const parts: string[] = [];
  let particle = '';
  let place = start;
  while (parts.length < longest && place - start < mostWords) {
    const word = words[place];
    const isSaint = words[place - 1]?.low === 'st' && word?.gap === '. ';
    if (word === undefined || (place > start && followsPause(word) && !isSaint)) break;
    const isJoined = place > start && word.gap === '-';
    if (particles.has(word.low) && parts.length > 0 && words[place + 1] !== undefined)
      particle += `${isCased ? word.text : asTitle(word.low)} `;
    else if (isJoined && parts.length > 0 && word.low.length > 1)
      parts.push(`${parts.pop() ?? ''}-${asWritten(word)}`);
    else if (!isNameWord(word, isCased) && !isMonthName(words, place)) break;
    else if (parts.length === 0 || parts.at(-1)?.toLowerCase() !== word.low) {
      parts.push(particle + asWritten(word));
      particle = '';
    }
    place += 1;
  }
  const again = parts.length === 3 && parts[0] === parts[2];
  // `Dana Reyes, Dana with a D`, but `Reyes, Dana Reyes`.
  if (again) parts.splice(words[place]?.low === 'with' ? 2 : 0, 1);
  if (parts.length === 0 || (parts[0] ?? '').length > 60) return null;
  const isCut =
    parts.length === 1 &&
    words[place] !== undefined &&
    !followsPause(words[place] ?? beginning) &&
    !endsName(words[place]);
  if (isCut && !isCased) return null;
  const isCalling = parts.length > 1 && /^(?:calling|speaking|here)$/.test(words[place]?.low ?? '');
  if (!isAsked && !isCalling && !isLikelyName(words.slice(start, place), isCased)) return null;
  return { parts, from: start, to: place };
}

/** `it`, a number, a month or a spelled letter goes on with something else. */
function endsName(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return enders.has(word.low) || never.has(word.low) || isNumberWord(word.low) || word.low.length === 1;
}

const beginning: Word = { segment: 0, from: 0, to: 0, text: '', low: '', gap: '\n' };

/** An answer that opens with a name, perhaps after `sure, it's`. */
export function nameAnswer(words: readonly Word[]): NameWords | null {
  let at = 0;
  while (at < Math.min(words.length, 8) && openers.has(words[at]?.low ?? '')) at += 1;
  if (isRelation(words, at)) at += 2;
  const name = readName(words, at, { isAsked: true });
  if (name === null) return null;
  const isAlone =
    name.to === words.length || followsPause(words[name.to] ?? beginning) || endsName(words[name.to]);
  const said = words.slice(name.from, name.to);
  const isVouched =
    at > 0 || name.parts.length > 1 || said.length === words.length || isLikelyName(said, true);
  return isAlone && isVouched && !isPlainlyNot(said) ? name : null;
}

/** `his dad`, `her mother`: who somebody is, before the name. */
function isRelation(words: readonly Word[], at: number): boolean {
  const [whose = '', who = ''] = [words[at]?.low, words[at + 1]?.low];
  return (
    /^(?:his|her|their|the)$/.test(whose) &&
    /^(?:son|daughter|wife|husband|mother|father|mom|dad|sister|brother|caregiver|neighbor|tenant|assistant|roommate|partner|owner|manager|nurse)$/.test(
      who,
    )
  );
}

function isNameWord(word: Word, isCased: boolean): boolean {
  if (isCased && !isCapital(word) && !/^[dlo]['’]\p{Lu}/u.test(word.text)) return false;
  const isLetters = /^\p{L}[\p{L}\p{M}']*$/u.test(word.low) && word.low.length > 1 && word.low.length <= 30;
  return isLetters && !never.has(word.low) && !isNumberWord(word.low) && !common.has(word.low);
}

/** `April Summers` and not `April second`. */
function isMonthName(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !/^(?:april|may|june|august)$/.test(word.low)) return false;
  return !followsPause(next) && isNameWord(next, isCapital(word)) && readOrdinal([next], 0) === null;
}

/** As it was written where it has a large letter (`McKay`), otherwise with one. */
function asWritten(word: Word): string {
  return /\p{Lu}/u.test(word.text) && !/^\p{Lu}{2,}$/u.test(word.text)
    ? word.text.replaceAll('’', "'")
    : asTitle(word.low);
}

/** Compromise's word list decides where nobody asked: `I'm Dana` and not `I'm ready`. */
function isLikelyName(words: readonly Word[], isCased: boolean): boolean {
  const said = tagged(words);
  const isKnown = said.has(person);
  if (!isKnown && said.has('(#Verb|#Adjective|#Adverb|#Demonym|#Organization)')) return false;
  return isCased || isKnown;
}

/** Whether a word list knows somebody of that name. */
export function isPerson(words: readonly Word[]): boolean {
  return tagged(words).has(person);
}

export function isFirstName(words: readonly Word[]): boolean {
  return tagged(words).has('^#FirstName$');
}

export function isTitle(word: Word | undefined): boolean {
  return word !== undefined && titles.has(word.low);
}

function isPlainlyNot(words: readonly Word[]): boolean {
  const said = tagged(words);
  return !said.has(person) && said.has('^(#Verb|#Adverb|#Preposition|#QuestionWord|#Expression)+$');
}

const person = '(#FirstName|#LastName|#Person)';

function tagged(words: readonly Word[]): { has(pattern: string): boolean } {
  return nlp(words.map((word) => asTitle(word.low)).join(' '));
}
