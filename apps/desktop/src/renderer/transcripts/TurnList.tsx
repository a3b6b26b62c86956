import type { Segment, Speaker } from '@ringdesk/shared';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useCallback, useImperativeHandle, useMemo } from 'react';
import type { Match } from './find.ts';
import { transcriptMessages as say } from './messages.ts';
import { type Row, rowsOf } from './rows.ts';
import styles from './TranscriptView.module.css';
import { Turn, turnOf } from './Turn.tsx';
import type { Find } from './use-find.ts';
import { type Follow, useFollow } from './use-follow.ts';

export interface TurnListHandle {
  goNow(): void;
  show(match: Match): void;
  /** The segment at the top of what is seen; where a search begins. */
  firstSeen(): number;
  focus(): void;
}

export interface TurnListProps {
  readonly segments: readonly Segment[];
  readonly speakers: Readonly<Record<Speaker, string>>;
  readonly isLive: boolean;
  readonly find: Find;
  readonly box: RefObject<HTMLElement | null>;
  readonly handle: Ref<TurnListHandle>;
  readonly children: (follow: Follow) => React.ReactNode;
}

const none: readonly Match[] = [];
const lineHeight = 22;
const lettersInLine = 80;

/** The turns of a call as a virtual list that follows the newest words. Only rows near the screen exist. */
export function TurnList({ segments, speakers, isLive, find, box, handle, children }: TurnListProps) {
  const rows = useMemo(() => rowsOf(segments), [segments]);
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: useCallback((place: number) => rows[place]?.key ?? place, [rows]),
    estimateSize: (place) => guessHeight(rows[place]),
    overscan: 6,
    paddingStart: 12,
    paddingEnd: 20,
  });
  const follow = useFollow(box, segments.length);

  useImperativeHandle(handle, () => ({
    goNow: follow.goNow,
    show: (match) => {
      follow.stay();
      virtual.scrollToIndex(rowOf(rows, match), { align: 'center' });
    },
    firstSeen: () => rows[virtual.range?.startIndex ?? 0]?.segment ?? 0,
    focus: () => box.current?.focus(),
  }));

  return (
    <>
      <section
        ref={box}
        className={styles.scroll}
        aria-label={say.words}
        // A box that scrolls must be reachable by keyboard, else its words are not.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onScroll={follow.onScroll}
        onWheel={follow.onWheel}
      >
        <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Turn
                  {...turnOf(row)}
                  name={speakers[row.speaker]}
                  isSpeaking={isLive && row.isGrowing}
                  matches={find.bySegment.get(row.segment) ?? none}
                  current={find.current?.segment === row.segment ? find.current : null}
                />
              </li>
            );
          })}
        </ol>
      </section>
      {children(follow)}
    </>
  );
}

/**
 * A first guess in pixels. Never a whole number: a measurement that equals its guess is not kept by the list, and a
 * row that grows would then be placed by its next guess instead of its height.
 */
function guessHeight(row: Row | undefined): number {
  if (row === undefined) return lineHeight;
  const lines = Math.ceil((row.text.length + 1) / lettersInLine);
  return lines * lineHeight + (row.opensTurn ? 12 : 0) + 0.5;
}

function rowOf(rows: readonly Row[], match: Match): number {
  const place = rows.findIndex(
    (row) => row.segment === match.segment && match.start < row.offset + row.text.length,
  );
  return Math.max(0, place);
}
