import type { Call, CallId, UserId } from '@ringdesk/shared';
import { useId, useRef } from 'react';
import { useShortcut } from '../app/shortcuts.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { plainText } from '../ui/plain-text.ts';
import { callMessages } from './call.messages.ts';
import { useDeskCall, useMe } from './desk.store.ts';
import styles from './NotesPanel.module.css';
import { keepMyNotes, saveNotesNow, takeTheirNotes, typeNotes, useNotes } from './notes.store.ts';
import { type Notes, type SaveState, saveState, willPass } from './notes.ts';

const say = callMessages.notes;
const longest = 20_000;

/** The notes of a call: saved as they are typed on a call of mine, to read on any other. */
export function NotesPanel({ callId }: { readonly callId: CallId }) {
  const call = useDeskCall(callId);
  const me = useMe();
  if (call === null || me === null) return null;
  return call.repId === me.id ? <MyNotes key={callId} call={call} me={me.id} /> : <ReadNotes call={call} />;
}

function ReadNotes({ call }: { readonly call: Call }) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {say.title}
      </h2>
      {call.notes === '' ? (
        <p className={styles.none}>{say.none}</p>
      ) : (
        <p className={styles.text} dir="auto">
          {plainText(call.notes)}
        </p>
      )}
    </section>
  );
}

function MyNotes({ call, me }: { readonly call: Call; readonly me: UserId }) {
  const notes = useNotes(call, me);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useShortcut('call.note', () => field.current?.focus());
  if (notes === null) return null;
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {say.title}
        </h2>
        <Saving notes={notes} />
      </div>
      {notes.theirs === null ? null : <Conflict callId={call.id} theirs={notes.theirs.text} />}
      <textarea
        ref={field}
        className={styles.field}
        aria-labelledby={id}
        placeholder={say.placeholder}
        dir="auto"
        maxLength={longest}
        value={notes.text}
        onChange={(event) => typeNotes(call.id, event.target.value)}
        onBlur={() => saveNotesNow(call.id)}
        onKeyDown={(event) => {
          // Escape leaves the field: the single keys of the desk work again, and nothing is declined by it.
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </section>
  );
}

const tones: Readonly<Partial<Record<SaveState, string | undefined>>> = {
  kept: styles.careful,
  refused: styles.trouble,
  conflict: styles.careful,
};

function Saving({ notes }: { readonly notes: Notes }) {
  const state = saveState(notes);
  const why = notes.refusal !== null && !willPass(notes.refusal) ? `${notes.refusal.message} ` : '';
  const isNews = state === 'kept' || state === 'refused' || state === 'conflict';
  return (
    <span className={classes(styles.saving, tones[state])} role={isNews ? 'status' : undefined}>
      {state === 'refused' ? why : ''}
      {say.state[state]}
    </span>
  );
}

function Conflict({ callId, theirs }: { readonly callId: CallId; readonly theirs: string }) {
  const id = useId();
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.conflictTitle}>{say.conflict}</p>
      <h3 id={id} className={styles.other}>
        {say.other}
      </h3>
      <p className={styles.theirs} dir="auto">
        {theirs === '' ? say.otherIsEmpty : plainText(theirs)}
      </p>
      <div className={styles.choices}>
        <Button onClick={() => keepMyNotes(callId)}>{say.keepMine}</Button>
        <Button onClick={() => takeTheirNotes(callId)}>{say.takeOther}</Button>
      </div>
    </div>
  );
}
