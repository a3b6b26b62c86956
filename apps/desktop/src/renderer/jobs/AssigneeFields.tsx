import { X } from 'lucide-react';
import { plainText } from '../ui/plain-text.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { formMessages as say } from './form.messages.ts';
import styles from './JobForm.module.css';
import type { JobDraft } from './job-draft.ts';
import { useAssignees } from './use-assignees.ts';

export interface AssigneeFieldsProps {
  readonly draft: JobDraft;
  readonly onChange: (over: Partial<JobDraft>) => void;
}

/** Who goes, and how late they may come. */
export function AssigneeFields({ draft, onChange }: AssigneeFieldsProps) {
  const people = useAssignees();
  const chosen = people.filter(({ id }) => draft.assigneeIds.includes(id));
  const others = people.filter(({ id }) => !draft.assigneeIds.includes(id));
  return (
    <div className={styles.part}>
      <div className={styles.pair}>
        <SelectField
          label={say.assignees}
          value=""
          choices={[
            { value: '', label: say.addAssignee },
            ...others.map(({ id, name }) => ({ value: String(id), label: plainText(name) })),
          ]}
          onChange={(picked) => {
            const one = others.find(({ id }) => id === picked);
            if (one !== undefined) onChange({ assigneeIds: [...draft.assigneeIds, one.id] });
          }}
        />
        <SelectField
          label={say.arrival}
          value={String(draft.arrivalWindowMinutes)}
          choices={say.arrivals.map(({ minutes, label }) => ({ value: String(minutes), label }))}
          onChange={(minutes) => onChange({ arrivalWindowMinutes: Number(minutes) })}
        />
      </div>
      {chosen.length === 0 ? null : (
        <ul className={styles.people}>
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <bdi>{plainText(name)}</bdi>
              <button
                type="button"
                aria-label={say.removeAssignee(plainText(name))}
                onClick={() => onChange({ assigneeIds: draft.assigneeIds.filter((one) => one !== id) })}
              >
                <X size={12} strokeWidth={2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
