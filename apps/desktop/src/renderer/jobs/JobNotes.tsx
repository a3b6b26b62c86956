import type { Job } from '@ringdesk/shared';
import { type SyntheticEvent, useState } from 'react';
import { sayRefusal } from '../http/say-refusal.ts';
import { submit } from '../outbox/outbox.store.ts';
import { isKept } from '../outbox/outbox.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Moment } from '../ui/Moment.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { readAgain, showJob } from './change-job.ts';
import styles from './JobDetail.module.css';
import { noteDrafts } from './job-drafts.store.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages.one;

/** What was noted about a job, the newest last, and a place to note more. */
export function JobNotes({ job }: { readonly job: Job }) {
  const nowMs = useServerMinute();
  return (
    <Card title={say.notes}>
      <div className={styles.notes}>
        {job.notes.length === 0 ? <p className={styles.quiet}>{say.noNotes}</p> : null}
        {job.notes.map((note) => (
          <article key={note.id} className={styles.note}>
            <header>
              <bdi>{note.byName === null ? say.noteBy : plainText(note.byName)}</bdi>
              <Moment at={note.at} nowMs={nowMs} />
            </header>
            <p className={styles.text} dir="auto">
              {plainText(note.text)}
            </p>
          </article>
        ))}
        <NewNote job={job} />
      </div>
    </Card>
  );
}

function NewNote({ job }: { readonly job: Job }) {
  const text = noteDrafts.useDraft(job.id) ?? '';
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function add(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || text.trim() === '') return;
    setIsBusy(true);
    const answer = await submit('job.note', { id: job.id, text }, pageMessages.label(job.number));
    setIsBusy(false);
    if (!answer.ok && !isKept(answer)) return setProblem(sayRefusal(answer.error));
    setProblem(undefined);
    noteDrafts.drop(job.id);
    if (answer.ok) {
      showJob(answer.value);
      readAgain(job);
      notice(say.noteSaved, 'well');
    } else notice(pageMessages.keptForLater, 'careful');
  }
  return (
    <form className={styles.write} onSubmit={(event) => void add(event)}>
      <TextArea
        label={say.newNote}
        value={text}
        maxLength={20_000}
        problem={problem}
        onChange={(event) => {
          const typed = event.target.value;
          if (typed === '') noteDrafts.drop(job.id);
          else noteDrafts.keep(job.id, typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add(event);
        }}
      />
      <Button type="submit" keys="Mod+Enter" aria-busy={isBusy} disabled={text.trim() === ''}>
        {say.addNote}
      </Button>
    </form>
  );
}
