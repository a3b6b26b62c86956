import type { Segment } from '@ringdesk/shared';
import { useMemo, useState } from 'react';
import { findIn, firstAt, type Match, step } from './find.ts';

export interface Find {
  readonly isOpen: boolean;
  readonly query: string;
  readonly matches: readonly Match[];
  /** Place of the current match in `matches`; -1 when there is none. */
  readonly place: number;
  readonly current: Match | null;
  readonly bySegment: ReadonlyMap<number, readonly Match[]>;
  open(): void;
  close(): void;
  /** Looks for other words, from the segment that is on the screen on. */
  look(query: string, fromSegment: number): Match | null;
  go(by: 1 | -1): Match | null;
}

const nowhere = { segment: -1, start: -1 };

/** The state of finding words in a transcript that may still grow. */
export function useFind(segments: readonly Segment[]): Find {
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<Pick<Match, 'segment' | 'start'>>(nowhere);
  const matches = useMemo(() => (isOpen ? findIn(segments, query) : []), [isOpen, segments, query]);
  const bySegment = useMemo(() => Map.groupBy(matches, (match) => match.segment), [matches]);
  const place = matches.findIndex((match) => match.segment === at.segment && match.start === at.start);

  function show(match: Match | undefined): Match | null {
    setAt(match ?? nowhere);
    return match ?? null;
  }

  return {
    isOpen,
    query,
    matches,
    bySegment,
    place,
    current: matches[place] ?? null,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    look: (words, fromSegment) => {
      setQuery(words);
      const found = findIn(segments, words);
      return show(found[firstAt(found, segments, fromSegment)]);
    },
    go: (by) => show(matches[place === -1 ? 0 : step(place, by, matches.length)]),
  };
}
