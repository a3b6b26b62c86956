/** Longest topic in characters. */
const longest = 90;
const fewestWords = 4;
/** Openings that say nothing of the matter. */
const opening =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|yes|yeah|yep|okay|ok|um+|uh+|so|well|right|look|listen|sorry|thanks|thank you|please)(?: there)?[\s,.!?-]+)+/i;
const introduction =
  /^(?:[Mm]y name(?: is|'s)|[Ii]'?m|[Ii] am|[Tt]his is|[Ii]t'?s|[Tt]he name'?s)\s+\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)*$/u;

/** What a call is about in one line: the first thing said that is more than a greeting or a name; null while there is none. */
export function topicOf(said: string): string | null {
  for (const sentence of said.split(/(?<=[.!?])\s+/)) {
    const matter = sentence
      .trim()
      .replace(opening, '')
      .replace(/[.!?,;\s]+$/, '');
    if (introduction.test(matter) || matter.split(/\s+/).length < fewestWords) continue;
    return shorten(matter.charAt(0).toUpperCase() + matter.slice(1));
  }
  return null;
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
