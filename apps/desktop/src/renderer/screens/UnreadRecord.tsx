import type { ReactNode } from 'react';
import type { Refused } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import styles from './RecordPage.module.css';

export interface UnreadRecordProps {
  readonly title: string;
  readonly back: ReactNode;
  /** What is said of a record that is not there. */
  readonly missing: { readonly title: string; readonly hint: string };
  readonly againLabel: string;
  /** How far it was read; null for what cannot be a record at all. */
  readonly read: {
    readonly error: Refused | null;
    readonly isPending: boolean;
    readonly refetch: () => Promise<unknown>;
  } | null;
}

/** The page of a record that is not shown: it is being read, out of reach, or not there. */
export function UnreadRecord({ title, back, missing, againLabel, read }: UnreadRecordProps) {
  const isSlow = useSlowly(read?.isPending ?? false);
  const isMissing = read === null || read.error?.refusal.code === 'NOT_FOUND';
  return (
    <Page title={title} below={back}>
      {isMissing ? (
        <EmptyState title={missing.title}>{missing.hint}</EmptyState>
      ) : (
        <div className={styles.pad}>
          {read.error === null ? null : (
            <Trouble againLabel={againLabel} onAgain={() => void read.refetch()}>
              {sayRefusal(read.error.refusal)}
            </Trouble>
          )}
          {isSlow ? <Skeleton height="12rem" /> : null}
        </div>
      )}
    </Page>
  );
}
