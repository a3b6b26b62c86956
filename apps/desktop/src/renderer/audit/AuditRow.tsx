import type { AuditEntry, UserId } from '@ringdesk/shared';
import { CircleAlert, CircleCheck, CircleDot, ListFilter, TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { Moment } from '../ui/Moment.tsx';
import { plainText } from '../ui/plain-text.ts';
import styles from './Audit.module.css';
import { auditMessages } from './messages.ts';
import { detailBeside, meanings, sayEntry } from './sentences.ts';

const say = auditMessages;
const icons = { info: CircleDot, well: CircleCheck, careful: TriangleAlert, trouble: CircleAlert } as const;

export interface AuditRowProps {
  readonly ref: Ref<HTMLLIElement>;
  readonly entry: AuditEntry;
  readonly index: number;
  readonly startPx: number;
  readonly nowMs: number;
  readonly onPerson: (userId: UserId) => void;
}

/** One thing that was done or tried: the sentence, when, from where. */
export function AuditRow({ ref, entry, index, startPx, nowMs, onPerson }: AuditRowProps) {
  const { tone } = meanings[entry.event];
  const Icon = icons[tone];
  const detail = detailBeside(entry);
  const { userId, userName } = entry;
  return (
    <li
      ref={ref}
      data-index={index}
      className={styles.entry}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <Icon className={styles[tone]} size={16} strokeWidth={2} aria-hidden />
      <div className={styles.words}>
        <p>
          {say.tones[tone] === '' ? null : <span className="only-heard">{say.tones[tone]}: </span>}
          {plainText(sayEntry(entry, say))}
          {detail === null ? null : <span className={styles.quiet}> · {plainText(detail)}</span>}
        </p>
        <p className={styles.where}>
          <span>{plainText(entry.device) || say.noDevice}</span> {say.address(plainText(entry.address))}
        </p>
      </div>
      {userId === null || userName === null ? null : (
        <IconButton
          icon={ListFilter}
          label={say.onlyPerson(plainText(userName))}
          className={styles.only}
          onClick={() => onPerson(userId)}
        />
      )}
      <span className={styles.when}>
        <Moment at={entry.at} nowMs={nowMs} />
      </span>
    </li>
  );
}
