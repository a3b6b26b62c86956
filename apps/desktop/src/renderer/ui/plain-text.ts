/** Characters that turn the direction of what follows, and control characters but tab and line feed. */
const unruly = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from outside, safe to show beside our own words: each unruly character becomes a zero width space, so nothing
 * is turned around or hidden and every place in the text stays where it was. Markup needs no care: React shows it as text.
 */
export function plainText(text: string): string {
  return text.replace(unruly, '\u200B');
}
