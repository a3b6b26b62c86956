import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingsAt } from './recordings-at.ts';

const folderWith = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-recordings-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
};

describe('the recordings of a folder', () => {
  it('are read by their kind and in the order of their names', () => {
    const segment = {
      index: 1,
      speaker_role: 'caller',
      human_transcript: 'hi',
      start_ms: 0,
      duration_ms: 400,
    };
    const times = { word_offsets_ms: [0], word_durations_ms: [400] };
    const folder = folderWith({
      'b.txt': 'Caller: My sink leaks.\nAgent: Since when?',
      'a.json': JSON.stringify([{ ...segment, ...times }]),
      'notes.md': 'not a recording',
    });
    expect(recordingsAt(folder).map((recording) => [recording.name, recording.turns.length])).toEqual([
      ['a.json', 1],
      ['b.txt', 2],
    ]);
  });

  it('are refused with the file, the line and the remedy when one cannot be played', () => {
    const folder = folderWith({ 'bad.txt': 'Narrator: It was a dark night.' });
    expect(() => recordingsAt(folder)).toThrow(/REPLAY: The recording bad\.txt .*line 1/);
  });

  it('are refused when the place does not exist or the file is not JSON', () => {
    expect(() => recordingsAt('/nowhere/at/all')).toThrow(/nothing to read at/);
    expect(() => recordingsAt(folderWith({ 'x.json': '{' }))).toThrow(/x\.json is not JSON/);
  });
});
