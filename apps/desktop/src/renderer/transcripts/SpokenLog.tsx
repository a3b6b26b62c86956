import type { Segment, Speaker } from '@ringdesk/shared';
import { useEffect, useRef, useState } from 'react';
import { announce, type Sentence, startAt } from './announce.ts';
import { transcriptMessages as say } from './messages.ts';

/** Sentences that stay in the region: more than a screen reader can be behind. */
const keptSentences = 8;

export interface SpokenLogProps {
  readonly segments: readonly Segment[];
  readonly speakers: Readonly<Record<Speaker, string>>;
}

/** Tells a screen reader what is said, finished sentences only. The list of turns itself is never live. */
export function SpokenLog({ segments, speakers }: SpokenLogProps) {
  const [sentences, setSentences] = useState<readonly Sentence[]>([]);
  const told = useRef(startAt(segments));

  useEffect(() => {
    const step = announce(told.current, segments);
    told.current = step.told;
    if (step.sentences.length === 0) return;
    setSentences((before) => [...before, ...step.sentences].slice(-keptSentences));
  }, [segments]);

  return (
    <div className="only-heard" role="log" aria-live="polite" aria-relevant="additions">
      {sentences.map((sentence) => (
        <p key={sentence.key}>{say.said(speakers[sentence.speaker], sentence.text)}</p>
      ))}
    </div>
  );
}
