import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '@ringdesk/shared';
import { StartRefused } from '../../start-refused.ts';
import { readHarperValley } from './read-harper-valley.ts';
import { readText } from './read-text.ts';
import { readVcon } from './read-vcon.ts';
import type { Recording } from './recording.ts';

/**
 * The recordings in a file or folder: `.txt` holds `speaker: words`, `.json` a list of segments or a vCon.
 * Throws `StartRefused` with one line for each that cannot be played.
 */
export function recordingsAt(place: string): readonly Recording[] {
  const read = filesAt(place).map(readRecording);
  const problems = read.flatMap((result) => (result.ok ? [] : [`REPLAY: ${result.error.message}`]));
  if (problems.length > 0) throw new StartRefused(problems.join('\n'));
  return read.flatMap((result) => (result.ok ? [result.value] : []));
}

function filesAt(place: string): readonly string[] {
  try {
    if (!statSync(place).isDirectory()) return [place];
    const names = readdirSync(place).filter((name) => /\.(json|txt)$/.test(name));
    return names.sort().map((name) => path.join(place, name));
  } catch {
    throw new StartRefused(
      `REPLAY: there is nothing to read at ${place}; name a file or folder with recordings, such as calls/monday.txt`,
    );
  }
}

function readRecording(file: string): Result<Recording> {
  const name = path.basename(file);
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.json')) return readText(name, text);
  const content = parsed(text, file);
  return Array.isArray(content) ? readHarperValley(name, content) : readVcon(name, content);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    throw new StartRefused(
      `REPLAY: ${file} is not JSON (${why}); export it again, or name it .txt if it is plain text`,
    );
  }
}
