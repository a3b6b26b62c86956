import { createListener } from '../recognise.ts';
import type { HeardSegment, Recognised } from '../recognised.ts';
import type { ToldCall } from './told-calls.ts';

/** Hears a call word by word, as it is heard live; answers what is believed after the last word. */
export function follow(call: ToldCall): Recognised[] {
  const listener = createListener(call.conversation);
  const at = call.conversation.segments[0]?.at ?? new Date(0);
  const segments: HeardSegment[] = [];
  let believed: Recognised[] = [];
  for (const { segment, speaker, text } of call.frames) {
    const place = segments.findLastIndex((one) => one.segment === segment);
    if (place === -1) segments.push({ segment, speaker, text, at });
    else segments[place] = { segment, speaker, at, text: (segments[place]?.text ?? '') + text };
    believed = listener.hear([...segments]);
  }
  return believed;
}
