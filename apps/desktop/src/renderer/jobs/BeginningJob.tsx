import { useEffect, useRef } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import type { JobDraft } from './job-draft.ts';

export interface BeginningJobProps {
  readonly draft: JobDraft;
  readonly onChange: (draft: JobDraft) => void;
  readonly onClose: () => void;
}

/**
 * The first field of a job while its customer is still on the way. It is there at once, so that the letters of somebody who
 * types on are words of the job and not keys of the desk, one of which ends the call.
 */
export function BeginningJob({ draft, onChange, onClose }: BeginningJobProps) {
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <form
      className={styles.form}
      aria-label={say.title}
      aria-busy
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.fields}>
        <TextField
          ref={title}
          label={say.what}
          value={draft.title}
          maxLength={200}
          autoComplete="off"
          dir="auto"
          onChange={(event) => onChange({ ...draft, title: event.target.value })}
        />
      </div>
    </form>
  );
}
