import type { CallId } from '@ringdesk/shared';
import { Link } from '@tanstack/react-router';
import { useDeskCall } from '../calls/desk.store.ts';
import { callerOf } from '../calls/phone.ts';
import { pickCall } from '../calls/queue-view.store.ts';
import { useRecord } from '../http/records.ts';
import { pageMessages } from '../jobs/page.messages.ts';
import { useServerMinute } from '../realtime/server-time.ts';
import { sayMoment } from '../ui/moments.ts';
import { plainText } from '../ui/plain-text.ts';
import styles from './RecordPage.module.css';

/** The call that a record came from: who called, when and why; the way to it while it is at the desk. */
export function CallLine({ id }: { readonly id: CallId }) {
  const isAtDesk = useDeskCall(id) !== null;
  const { data } = useRecord('call.read', { id });
  const nowMs = useServerMinute();
  const words =
    data === undefined
      ? pageMessages.one.openCall
      : pageMessages.one.callFrom(callerOf(data), sayMoment(data.queuedAt, nowMs));
  return (
    <>
      {isAtDesk ? (
        <Link to="/" className={styles.link} onClick={() => pickCall(id)}>
          {words}
        </Link>
      ) : (
        words
      )}
      {data === undefined || data.topic === null ? null : (
        <p className={styles.quiet}>{plainText(data.topic)}</p>
      )}
    </>
  );
}
