import { Lock } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from '../ui/announcements.store.ts';
import { clockOf } from '../ui/durations.ts';
import styles from './IdleWarning.module.css';
import { useLocksInMs } from './idle.store.ts';
import { lockMessages } from './messages.ts';

/** A minute before the lock: how long there is, and what a lock means. Any touch or key makes it go away. */
export function IdleWarning() {
  const locksInMs = useLocksInMs();
  const isWarned = locksInMs !== null;
  useEffect(() => {
    if (isWarned) announce(lockMessages.warned);
  }, [isWarned]);
  if (locksInMs === null) return null;
  return (
    <section className={styles.warning} aria-labelledby="idle-warning">
      <Lock size={18} strokeWidth={1.75} aria-hidden />
      <div>
        <h2 id="idle-warning" className="tabular">
          {lockMessages.warningTitle(clockOf(Math.ceil(locksInMs / 1000) * 1000))}
        </h2>
        <p>{lockMessages.warning}</p>
        <p className={styles.remedy}>{lockMessages.stay}</p>
      </div>
    </section>
  );
}
