import { findAll, type Line } from './line.ts';
import { type SpokenWindow, spelledOut } from './windows.ts';

/** Parts of the day, in minutes. */
const parts: readonly (readonly [RegExp, number | null, number | null])[] = [
  [
    /\bfirst thing(?: in the morning)?\b|\bearly (?:in the |this |that )?mornings?\b|\bmorning early\b|\bearly in the morning\b/g,
    480,
    600,
  ],
  [/\b(?:late(?:r)?|mid) (?:in the )?mornings?\b/g, 600, 720],
  [/\blate(?:r)? (?:in the |this |that )?afternoons?\b|\bend of (?:the|my) (?:work ?)?day\b/g, 900, 1020],
  [/\bearly (?:in the |this )?afternoons?\b/g, 720, 900],
  [/\b(?:around |at |over |during )?(?:lunch ?time|lunch hour|midday|my lunch break)\b/g, 720, 840],
  [/\bafter (?:lunch)\b/g, 780, null],
  [/\bbefore lunch\b/g, null, 720],
  [/\bafter (?:work|i get off work|i'm off work)\b/g, 1020, null],
  [/\bafter school\b/g, 900, null],
  [/\bmornings?\b|\bin the a ?m\b/g, 480, 720],
  [/\bafternoons?\b|\bin the p ?m\b/g, 720, 1020],
  [/\b(?:evenings?|tonight)\b/g, 1020, 1200],
];

/** Parts of the day in the order in which they are said; `late in the afternoon` is no `afternoon`. */
export function partsIn(line: Line): SpokenWindow[] {
  const found: SpokenWindow[] = [];
  for (const [pattern, from, to] of parts)
    for (const one of findAll(line, pattern)) {
      const isWithin = found.some(({ at, end }) => one.from < end && one.to > at);
      if (!isWithin) found.push({ at: one.from, end: one.to, ...spelledOut(from, to) });
    }
  return found.sort((a, b) => a.at - b.at);
}
