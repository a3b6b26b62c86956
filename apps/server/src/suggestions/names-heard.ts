import { findAll } from './line.ts';
import { type HeardName, isAskedForName, type NameState, whichOf } from './name-state.ts';
import { isFirstName, isPerson, type NameWords, nameAnswer, readName } from './name-words.ts';
import type { Utterance } from './recogniser.ts';
import { correctionsIn } from './replies.ts';
import { beginsSentence, followsPause, isCapital, placesOf, type Word } from './words.ts';

const introduced =
  /\b(?:my (?:full |legal |real )?name(?:'s| is| (?:, )?it's)|(?:the |my )(?:first |last |sur|family )name(?:'s| is|(?: ,)?)|(?:the )?name(?:'s| is)|name (?:, )?it's|(?:first|last) name(?:'s| is|(?: ,)?)|surname(?:'s| is)|you can call me|call me|i go by|(?:you're )?(?:speaking|talking) (?:with|to)|this is(?: (?:his|her|their|the) (?:son|daughter|wife|husband|mother|father|mom|dad|sister|brother|caregiver|neighbor|tenant|assistant|roommate|partner)(?: ,)?)?|under(?: the name(?: of)?)?|put me down(?: as| for)?(?: ,)?|(?:i'm|i am)(?: (?:his|her|their|the) (?:son|daughter|wife|husband|mother|father|mom|dad|sister|brother|caregiver|neighbor|tenant|assistant|roommate|partner)(?: ,)?)?|it's|its|it is|that's|thats|im) /g;
/** What may follow a name that is not asked for. */
const whose =
  /\b(?:his|her|their|your|\S+'s|whose|child|patient|doctor|husband|wife|son|daughter|kid|mother|father|boss|plumber|tech|technician|guy|insurance|company|street|business|pet|dog)(?: full| first| last)? $/;

/** `my name is …`, `this is …`, `last name is …`. */
export function introductionsIn(said: Utterance, { belief }: Pick<NameState, 'belief'>): HeardName[] {
  const { words, line, asked } = said;
  const found: HeardName[] = [];
  for (const { from, to } of findAll(line, introduced)) {
    const how = line.text.slice(line.starts[from] ?? 0, line.starts[to] ?? line.text.length);
    if (whose.test(line.text.slice(Math.max(0, (line.starts[from] ?? 0) - 30), line.starts[from] ?? 0)))
      continue;
    const isRelated = /\b(?:his|her|their|the) [a-z]+ (?:, )?$/.test(how);
    const isLoose =
      !isRelated && /^(?:this is|i'm|im|i am|it's|its|it is|that's|thats|call me|i go by)/.test(how);
    const isFix =
      isLoose && said.topic === 'name' && correctionsIn(line).some((fix) => fix.from < to && fix.to >= from);
    const isAsked = isAskedForName(said) || isFix;
    const name = readName(words, to, { isAsked: isAsked || !isLoose });
    if (name === null) continue;
    const isWhole = belief === null && name.parts.length > 1;
    const isGreeting = isWhole && (isPerson(words.slice(name.from, name.to)) || isGreeted(words, from, name));
    if (/^(?:that's|thats|it's|its|it is)/.test(how) && !isAsked && !isSpeaking(said, to) && !isGreeting)
      continue;
    const fuller = lastFirst(said, name) ?? fullerName(words, name);
    const named = /\b(?:last|family|sur) ?name/.test(how) ? 'last' : /first name/.test(how) ? 'first' : 'any';
    const which = named === 'any' && isAsked && fuller.parts.length === 1 ? askedPart(said) : named;
    const confidence = isLoose && !isAsked ? 0.75 : 0.9;
    const isNickname = /call me|go by/.test(how);
    found.push({ ...fuller, which, isNickname, confidence: asked.has('otherName') ? 0.6 : confidence });
  }
  return [...found, ...speakersIn(said), ...(belief === null ? greetersIn(said) : [])].sort(
    (a, b) => a.from - b.from,
  );
}

/** `Hi, it's Suda Phromkaew, I'm …`: a caller's first words. */
function isGreeted(words: readonly Word[], at: number, { to }: NameWords): boolean {
  const isFirst = words
    .slice(0, at)
    .every(({ low }) =>
      /^(?:hi|hello|hey|there|good|morning|afternoon|evening|yes|yeah|um|uh|so)$/.test(low),
    );
  const after = words[to];
  return (
    isFirst &&
    words.some(isCapital) &&
    (after === undefined ||
      followsPause(after) ||
      /^(?:from|with|over|calling|speaking|here)$/.test(after.low))
  );
}

/** `Bond, James Bond`. */
function fullerName(words: readonly Word[], name: NameWords): NameWords {
  const again = name.parts.length === 1 ? readName(words, name.to, { isAsked: true }) : null;
  return again !== null && again.parts.length > 1 && again.parts.includes(name.parts[0] ?? '') ? again : name;
}

/** `Hello. Dana Reyes. I have no heat.` */
function greetersIn({ words, line }: Utterance): HeardName[] {
  const greeting =
    /^(?:(?:um|uh|yes|yeah) )?(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: [a-z]+)? [.,] /.exec(
      line.text,
    );
  const at = line.starts.findIndex((start) => start >= (greeting?.[0].length ?? Number.POSITIVE_INFINITY));
  const name = at === -1 ? null : readName(words, at, { isAsked: true });
  const after = name === null ? undefined : words[name.to];
  const isAlone = after === undefined || beginsSentence(after);
  const goesOn = after !== undefined && followsPause(after) && /^(?:i|i'm|i've|my|we|we're)$/.test(after.low);
  const isOf = after !== undefined && /^(?:from|with|over)$/.test(after.low);
  if (name === null || name.parts.length < 2) return [];
  if (!goesOn && !isOf && !(isAlone && isPerson(words.slice(name.from, name.to)))) return [];
  return [{ ...name, which: 'any', confidence: 0.75 }];
}

/** `Dana Reyes here`, `Dana speaking`, after a pause or at the beginning. */
function speakersIn({ words }: Utterance): HeardName[] {
  return words.flatMap(({ low }, end): HeardName[] => {
    if (low !== 'here' && low !== 'speaking' && low !== 'calling') return [];
    for (let at = Math.max(0, end - 3); at < end; at += 1) {
      const word = words[at];
      const name =
        word !== undefined && (at === 0 || followsPause(word) || isGreetingWord(words[at - 1]))
          ? readName(words, at, { isAsked: false })
          : null;
      if (name?.to === end) return [{ ...name, which: 'any', confidence: 0.8 }];
    }
    return [];
  });
}

function isGreetingWord(word: Word | undefined): boolean {
  return /^(?:hi|hello|hey|morning|afternoon|evening|yes|yeah)$/.test(word?.low ?? '');
}

/** `Dana speaking`, `Dana Reyes here`. */
function isSpeaking({ words }: Utterance, at: number): boolean {
  return words
    .slice(at + 1, at + 4)
    .some(({ low }) => low === 'speaking' || low === 'here' || low === 'calling');
}

function askedPart({ asked }: Utterance): HeardName['which'] {
  if (asked.has('lastName') && !asked.has('firstName')) return 'last';
  return asked.has('firstName') && !asked.has('lastName') ? 'first' : 'any';
}

/** The name in an answer that is little more than the name. */
export function answered(said: Utterance): HeardName | null {
  const first = nameAnswer(said.words);
  const later = first === null || first.parts.length === 1 ? laterAnswer(said, first) : null;
  const turned = first === null ? null : (apart(said, first) ?? lastFirst(said, first));
  if (turned !== null) return turned;
  const isFuller =
    first === null ||
    later?.parts.includes(first.parts[0] ?? '') === true ||
    (later !== null && isPerson(said.words.slice(later.from, later.to)));
  const name = isFuller ? later : first;
  if (name === null) return null;
  const titled = whichOf(said.words, name);
  const which =
    titled !== 'any'
      ? titled
      : name.parts.length === 1 || askedPart(said) === 'last'
        ? askedPart(said)
        : 'any';
  return { ...name, which, confidence: name.parts.length > 1 ? 0.85 : 0.75 };
}

/** `Dana. Reyes.`: two sentences of one word. */
function apart({ words }: Utterance, first: NameWords): HeardName | null {
  const word = words[first.to];
  if (first.parts.length > 1 || word === undefined || !beginsSentence(word)) return null;
  const last = readName(words, first.to, { isAsked: true });
  if (last?.parts.length !== 1 || last.to !== words.length || last.parts[0] === first.parts[0]) return null;
  return {
    parts: [...first.parts, ...last.parts],
    which: 'any',
    from: first.from,
    to: last.to,
    confidence: 0.75,
  };
}

/** `Reyes, Dana.`: the second is known for a first name, the first is not. */
function lastFirst({ words }: Pick<Utterance, 'words'>, last: NameWords): HeardName | null {
  const comma = words[last.to];
  if (last.parts.length > 1 || comma?.gap.includes(',') !== true) return null;
  const first = readName(words, last.to, { isAsked: true });
  if (first?.parts.length !== 1 || first.to !== words.length) return null;
  const isTurned =
    isFirstName(words.slice(first.from, first.to)) && !isFirstName(words.slice(last.from, last.to));
  const parts = [...first.parts, ...last.parts];
  return isTurned ? { parts, which: 'any', from: last.from, to: first.to, confidence: 0.8 } : null;
}

/** A whole name that is a sentence of its own, after others: `Put it under Higgins. Martha Higgins.` */
function laterAnswer({ words }: Utterance, single: NameWords | null): NameWords | null {
  for (let at = 1; at < Math.min(words.length, 40); at += 1) {
    const word = words[at];
    const name = word !== undefined && followsPause(word) ? readName(words, at, { isAsked: true }) : null;
    const after = name === null ? undefined : words[name.to];
    const isAgain = single !== null && name?.parts.includes(single.parts[0] ?? '') === true;
    if (word !== undefined && !beginsSentence(word) && !isAgain) continue;
    if (name !== null && name.parts.length > 1 && (after === undefined || beginsSentence(after))) return name;
  }
  return null;
}

const proposing =
  /\b(?:(?:and|so) (?:this|that) is|is (?:this|that|it)|(?:speaking|talking) (?:with|to)|(?:you're|you are)) /g;

/** The name that a rep takes the caller to have, or asks for more of. */
export function proposedIn({ first }: NameState, { words, line, asked }: Utterance): NameState['proposed'] {
  for (const { to } of findAll(line, proposing)) {
    const name = readName(words, to, { isAsked: true });
    if (name !== null && name.to === words.length)
      return {
        name: { ...name, which: whichOf(words, name), confidence: 0.75 },
        at: placesOf(words, name.from, name.to),
      };
  }
  const isAgain =
    first !== null &&
    asked.size === 0 &&
    words.length <= 4 &&
    words.some(({ low }) => low === first.toLowerCase());
  return isAgain ? { name: null, at: [] } : null;
}
