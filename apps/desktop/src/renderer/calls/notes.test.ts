import { type Refusal, refused } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callChanged,
  draftOf,
  due,
  keepMine,
  kept,
  type Notes,
  notKept,
  openNotes,
  saveState,
  sent,
  takeTheirs,
  toSend,
  typed,
} from './notes.ts';

const refusal = (code: Refusal['code']): Refusal => {
  const answer = refused(code);
  if (answer.ok) throw new Error('a refusal is never a success');
  return answer.error;
};

/** Sends what is due, as the desk does after each step. */
function go(notes: Notes): Notes {
  const sending = toSend(notes);
  return sending === null ? notes : sent(notes, sending);
}

const empty = openNotes({ notes: '', version: 4 }, null);

describe('notes that save as they are typed', () => {
  it('nothing goes out before the pause after the last key', () => {
    expect(toSend(typed(empty, 'leak'))).toBeNull();
    expect(toSend(due(typed(empty, 'leak')))).toEqual({ text: 'leak', version: 4 });
  });

  it('what is typed while a save is on its way goes out after it, and only the latest', () => {
    let notes = go(due(typed(empty, 'a')));
    notes = go(due(typed(notes, 'ab')));
    notes = go(due(typed(notes, 'abc')));
    expect(notes.sending?.text).toBe('a');
    notes = go(kept(notes, { notes: 'a', version: 5 }));
    expect(notes.sending).toEqual({ text: 'abc', version: 5 });
    notes = go(kept(notes, { notes: 'abc', version: 6 }));
    expect(saveState(notes)).toBe('saved');
    expect(draftOf(notes)).toBeNull();
  });

  it('without a connection the text is kept here, and goes out when the desk is back', () => {
    let notes = go(due(typed(empty, 'leak')));
    notes = go(notKept(notes, refusal('UNAVAILABLE')));
    expect(notes.sending).toBeNull();
    expect(saveState(notes)).toBe('kept');
    expect(draftOf(notes)).toEqual({ text: 'leak', base: '' });
    notes = go(due(notes));
    expect(notes.sending?.text).toBe('leak');
    expect(saveState(kept(notes, { notes: 'leak', version: 5 }))).toBe('saved');
  });

  it('a refusal that will not pass waits for the rep', () => {
    const notes = go(notKept(go(due(typed(empty, 'leak'))), refusal('NOT_YOURS')));
    expect(saveState(notes)).toBe('refused');
    expect(toSend(notes)).toBeNull();
  });

  it('a call that changed otherwise (ended, linked) is no conflict: the notes go out again by themselves', () => {
    let notes = go(due(typed(empty, 'leak')));
    notes = go(notKept(notes, refusal('STALE')));
    expect(notes.sending).toBeNull();
    notes = go(callChanged(notes, { notes: '', version: 7 }));
    expect(notes.sending).toEqual({ text: 'leak', version: 7 });
  });

  it('the newer call may be heard before the refusal that it causes', () => {
    let notes = go(due(typed(empty, 'leak')));
    notes = go(callChanged(notes, { notes: '', version: 7 }));
    notes = go(notKept(notes, refusal('STALE')));
    expect(notes.sending).toEqual({ text: 'leak', version: 7 });
  });

  it('the own save, heard as a change before its answer, is no conflict', () => {
    let notes = go(due(typed(empty, 'leak')));
    notes = typed(notes, 'leak in the cellar');
    notes = callChanged(notes, { notes: 'leak', version: 5 });
    expect(notes.theirs).toBeNull();
    notes = kept(notes, { notes: 'leak', version: 5 });
    expect(go(due(notes)).sending).toEqual({ text: 'leak in the cellar', version: 5 });
  });

  it('notes changed by somebody else are taken over while nothing is unsaved here', () => {
    expect(callChanged(empty, { notes: 'from the other window', version: 5 })).toMatchObject({
      text: 'from the other window',
      theirs: null,
    });
  });

  it('two texts are both shown; keeping mine overwrites the other', () => {
    let notes = callChanged(typed(empty, 'mine'), { notes: 'theirs', version: 6 });
    expect(saveState(notes)).toBe('conflict');
    expect(notes).toMatchObject({ text: 'mine', theirs: { text: 'theirs', version: 6 } });
    expect(toSend(due(notes))).toBeNull();
    notes = go(keepMine(notes));
    expect(notes.sending).toEqual({ text: 'mine', version: 6 });
  });

  it('two texts are both shown; taking the other one drops mine', () => {
    const notes = takeTheirs(callChanged(typed(empty, 'mine'), { notes: 'theirs', version: 6 }));
    expect(notes.text).toBe('theirs');
    expect(saveState(notes)).toBe('saved');
    expect(draftOf(notes)).toBeNull();
  });

  it('unsaved text of an earlier session comes back and is saved', () => {
    const notes = openNotes({ notes: 'old', version: 4 }, { text: 'old and new', base: 'old' });
    expect(toSend(notes)).toEqual({ text: 'old and new', version: 4 });
  });

  it('unsaved text of an earlier session never silently replaces what somebody wrote since', () => {
    const notes = openNotes({ notes: 'changed', version: 9 }, { text: 'mine', base: 'old' });
    expect(saveState(notes)).toBe('conflict');
    expect(notes.text).toBe('mine');
  });

  it('whatever happens on the way, the last text typed is the one on the server in the end', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), text: fc.string({ maxLength: 3 }) }),
      fc.record({ kind: fc.constantFrom('pause', 'answer', 'lose', 'lose-answer', 'touch', 'hear') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const server = { notes: '', version: 1 };
        let notes = openNotes({ ...server }, null);
        let text = '';
        const deliver = (isAnswerLost = false) => {
          if (notes.sending === null) return;
          const isStale = notes.sending.version !== server.version;
          if (!isStale) {
            server.notes = notes.sending.text;
            server.version += 1;
          }
          if (isAnswerLost) notes = go(notKept(notes, refusal('UNAVAILABLE')));
          else if (isStale) notes = go(notKept(notes, refusal('STALE')));
          else notes = go(kept(notes, { ...server }));
        };
        for (const one of steps) {
          if (one.kind === 'type') {
            text = one.text;
            notes = typed(notes, text);
          }
          if (one.kind === 'pause') notes = go(due(notes));
          if (one.kind === 'answer') deliver();
          if (one.kind === 'lose' && notes.sending !== null)
            notes = go(notKept(notes, refusal('UNAVAILABLE')));
          if (one.kind === 'lose-answer') deliver(true);
          if (one.kind === 'touch') server.version += 1;
          if (one.kind === 'hear') notes = go(callChanged(notes, { ...server }));
        }
        for (let i = 0; i < 6; i++) {
          notes = go(callChanged(notes, { ...server }));
          notes = go(due(notes));
          deliver();
        }
        expect(server.notes).toBe(text);
        expect(notes.theirs).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
