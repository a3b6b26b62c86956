import { type Job, nextStatuses } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { moveOf } from './board-moves.ts';
import { changeJobAloud } from './change-job.ts';
import type { JobChange } from './edit-change.ts';
import styles from './JobDetail.module.css';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
/** What usually comes next. */
const usual = new Set(['scheduled in_progress', 'in_progress completed']);

/** What the job may become from where it is, a button each; most of it can be taken back. */
export function StatusButtons({ job }: { readonly job: Job }) {
  const [isBusy, setIsBusy] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const isFocusHere = useRef(false);
  const { status: current } = job;
  useEffect(() => {
    // The button that had the focus is gone with the status it led away from: no blur tells of that.
    const isLost = isFocusHere.current && document.activeElement === document.body;
    if (isLost && nextStatuses[current].length > 0) group.current?.querySelector('button')?.focus();
  }, [current]);

  async function become(change: JobChange): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    await changeJobAloud(job, change, (now) => say.became(plainText(now.title), now.status));
    setIsBusy(false);
  }
  return (
    <div ref={group} className={styles.statuses}>
      {nextStatuses[job.status].map((status) => {
        const move = moveOf(job, status);
        const label = say.becomes[job.status][status];
        if ('barred' in move || label === undefined) return null;
        return (
          <Button
            key={status}
            look={
              usual.has(`${job.status} ${status}`) ? 'primary' : status === 'canceled' ? 'danger' : 'outlined'
            }
            aria-busy={isBusy}
            onFocus={() => {
              isFocusHere.current = true;
            }}
            onBlur={() => {
              isFocusHere.current = false;
            }}
            onClick={() => void become(move.change)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}
