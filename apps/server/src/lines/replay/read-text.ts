import { done, type FieldError, type Result, type Speaker } from '@ringdesk/shared';
import { knownSpeakers, type Recording, speakerNamed, unknownCaller } from './recording.ts';
import { refuseRecording } from './refuse-recording.ts';

/** Who, the space after the colon, and the words. */
const begins = /^\s*(\p{L}[\p{L}\p{N}_ .-]{0,30}?)\s*:(\s*)(.*)$/u;

/**
 * Reads `speaker: words`, one turn a line; a line without a speaker goes on with the turn before. Names such as agent,
 * doctor, patient or bot are understood; `extra` says who any other name is.
 */
export function readText(
  name: string,
  text: string,
  extra: Readonly<Record<string, Speaker>> = {},
): Result<Recording> {
  const turns: { speaker: Speaker; words: string[] }[] = [];
  const errors: FieldError[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const [, label = null, space = '', words = ''] = begins.exec(line) ?? [];
    const speaker = label === null ? null : (extra[label] ?? speakerNamed(label));
    const last = turns.at(-1);
    // `at 3:30` is no speaker, `Narrator: …` is one who must be introduced.
    const isStranger = label !== null && (space !== '' || words === '');
    if (speaker !== null) turns.push({ speaker, words: [words.trim()] });
    else if (!isStranger && last !== undefined) last.words.push(line.trim());
    else errors.push({ path: `line ${i + 1}`, message: remedyFor(isStranger ? label : null) });
  });
  const spoken = turns.map(({ speaker, words }) => ({ speaker, text: words.join(' ').trim(), times: null }));
  const audible = spoken.filter((turn) => turn.text !== '');
  if (errors.length > 0) return refuseRecording(name, errors);
  if (audible.length === 0)
    return refuseRecording(name, [
      { path: 'line 1', message: 'nothing is said; write lines such as `agent: Hello`' },
    ]);
  return done({ name, ...unknownCaller, turns: audible });
}

function remedyFor(label: string | null): string {
  return label === null
    ? 'it does not say who speaks; begin it with a speaker and a colon, such as `agent: Hello`'
    : `the speaker "${label}" is not known; use one of ${knownSpeakers}, or say who it is`;
}
