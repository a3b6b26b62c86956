import { errorMeanings, type Refusal } from '@ringdesk/shared';

/** A refusal as a person reads it: what happened, and what to do now. */
export function sayRefusal({ code, message, details }: Refusal): string {
  const [first] = details?.errors ?? [];
  if (code === 'INPUT_INVALID' && first !== undefined) return asSentence(first.message);
  const seconds = details?.['retryAfterSeconds'];
  if (code === 'RATE_LIMITED' && typeof seconds === 'number')
    return `${asSentence(message)} ${sayWait(seconds)}`;
  return `${asSentence(message)} ${errorMeanings[code].remedy}`;
}

/** What a refusal says of one field, such as `password`; undefined when it is about something else. */
export function sayField({ details }: Refusal, path: string): string | undefined {
  const found = details?.errors?.find((error) => error.path === path);
  return found && asSentence(found.message);
}

function sayWait(seconds: number): string {
  return seconds < 90 ? 'Try again in a minute.' : `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}

/** Schemas speak in fragments: `use at least 8 characters`. */
function asSentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
