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
  const isNewStatusMine = useRef(false);
  const { status: current } = job;
  useEffect(() => {
    // The button that was pressed is gone with the status it led away from.
    const isLost = isNewStatusMine.current && document.activeElement === document.body;
    if (isLost && nextStatuses[current].length > 0) group.current?.querySelector('button')?.focus();
    isNewStatusMine.current = false;
  }, [current]);

  async function become(change: JobChange): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    isNewStatusMine.current = true;
    const isDone = await changeJobAloud(job, change, (now) => say.became(plainText(now.title), now.status));
    if (!isDone) isNewStatusMine.current = false;
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
            onClick={() => void become(move.change)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}
