import { printable } from '../../printable.ts';

const mostCharacters = 120;

/**
 * Somebody's own words, fit for a mail: on one line, of bounded length, and without anything that a mail program turns into a
 * link. Else a sign-up with a fitting name would make this server send advertisements to anybody.
 */
export function strangersWords(text: string): string {
  return printable(text)
    .replaceAll(/:\/\/|[@<>]|(?<=[\p{L}\p{N}])[.\u2024\u3002\uff0e](?=\p{L})/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, mostCharacters);
}

/** A moment as people in any country read it, to the minute, and in UTC: `Monday 5 January 2026, 09:00 UTC`. */
export function writtenOut(at: string): string {
  const moment = new Date(at);
  const named = (part: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...part, timeZone: 'UTC' }).format(moment);
  const date = [
    named({ weekday: 'long' }),
    moment.getUTCDate(),
    named({ month: 'long' }),
    moment.getUTCFullYear(),
  ];
  return `${date.join(' ')}, ${moment.toISOString().slice(11, 16)} UTC`;
}
