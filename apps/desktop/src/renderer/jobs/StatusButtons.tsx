import { type Job, nextStatuses } from '@ringdesk/shared';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { plainText } from '../ui/plain-text.ts';
import { moveOf } from './board-moves.ts';
import { changeJobAloud } from './change-job.ts';
import { pageMessages } from './page.messages.ts';

const say = pageMessages;
/** What usually comes next. */
const usual = new Set(['scheduled in_progress', 'in_progress completed']);

/** What the job may become from where it is, a button each; most of it can be taken back. */
export function StatusButtons({ job }: { readonly job: Job }) {
  const [isBusy, setIsBusy] = useState(false);
  return nextStatuses[job.status].map((status) => {
    const move = moveOf(job, status);
    const label = say.becomes[job.status][status];
    if ('barred' in move || label === undefined) return null;
    return (
      <Button
        key={status}
        look={
          usual.has(`${job.status} ${status}`) ? 'primary' : status === 'canceled' ? 'danger' : 'outlined'
        }
        disabled={isBusy}
        onClick={() => {
          setIsBusy(true);
          const said = (now: Job) => say.became(plainText(now.title), now.status);
          void changeJobAloud(job, move.change, said).finally(() => setIsBusy(false));
        }}
      >
        {label}
      </Button>
    );
  });
}
