import type { Speaker } from '@ringdesk/shared';
import { Bot, Headset, type LucideIcon, UserRound } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../ui/classes.ts';
import { type Match, splitAt } from './find.ts';
import type { Row } from './rows.ts';
import styles from './Turn.module.css';
import { exactTime, gutterTime } from './times.ts';

const marks: Readonly<Record<Speaker, LucideIcon>> = { caller: UserRound, assistant: Bot, rep: Headset };

export interface TurnProps {
  /** Null where the turn goes on from the row above. */
  readonly name: string;
  readonly speaker: Speaker;
  readonly text: string;
  readonly offset: number;
  readonly startedAt: string;
  readonly opensTurn: boolean;
  readonly opensSegment: boolean;
  /** The speaker is in the middle of this. */
  readonly isSpeaking: boolean;
  readonly matches: readonly Match[];
  readonly current: Match | null;
}

/** One row of the transcript. Drawn again only when its own words, marks or name change. */
export const Turn = memo(function Turn(props: TurnProps) {
  const { name, speaker, startedAt, opensTurn, opensSegment, isSpeaking } = props;
  const Mark = marks[speaker];
  return (
    <div
      className={classes(
        styles.turn,
        styles[speaker],
        opensTurn && styles.opensTurn,
        opensSegment && styles.opensSegment,
      )}
    >
      {opensSegment ? (
        <time className={styles.time} dateTime={startedAt} title={exactTime(startedAt)}>
          {gutterTime(startedAt)}
        </time>
      ) : (
        <span />
      )}
      {opensTurn ? (
        <div className={styles.name} title={name}>
          <Mark size={14} strokeWidth={2} aria-hidden />
          <bdi>{name}</bdi>
        </div>
      ) : (
        <span className={styles.name} />
      )}
      <p className={styles.text} dir="auto">
        <Words {...props} />
        {isSpeaking ? <span className={styles.caret} aria-hidden /> : null}
      </p>
    </div>
  );
});

function Words({ text, offset, matches, current }: TurnProps) {
  if (matches.length === 0) return text;
  return splitAt({ text, offset }, matches).map((part, place) =>
    part.match === null ? (
      part.text
    ) : (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
        key={place}
        className={classes(styles.match, part.match === current && styles.current)}
        aria-current={part.match === current ? 'true' : undefined}
      >
        {part.text}
      </mark>
    ),
  );
}

/** What a row needs of the shape of a turn; the rest is given by the list. */
export function turnOf(
  row: Row,
): Pick<TurnProps, 'speaker' | 'text' | 'offset' | 'startedAt' | 'opensTurn' | 'opensSegment'> {
  const { speaker, text, offset, startedAt, opensTurn, opensSegment } = row;
  return { speaker, text, offset, startedAt, opensTurn, opensSegment };
}
