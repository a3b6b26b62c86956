import { type CallId, errorMeanings, type Refusal, type Segment, type Speaker } from '@ringdesk/shared';
import { ArrowDown, AudioLines, Search } from 'lucide-react';
import { useRef } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useIsOnline } from '../realtime/connection.store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import { FindBar } from './FindBar.tsx';
import type { Match } from './find.ts';
import { transcriptMessages as say } from './messages.ts';
import { countTurns } from './rows.ts';
import { SpokenLog } from './SpokenLog.tsx';
import styles from './TranscriptView.module.css';
import { TurnList, type TurnListHandle } from './TurnList.tsx';
import { retryTranscript, useTranscript } from './transcripts.store.ts';
import { useFind } from './use-find.ts';
import type { Follow } from './use-follow.ts';

export interface TranscriptViewProps {
  readonly callId: CallId;
  /** How each speaker is called on this desk. */
  readonly speakers: Readonly<Record<Speaker, string>>;
  /** The caller is on the line: more words may come. */
  readonly isLive: boolean;
}

/** What was said on a call, by speakers, live. Begins anew with each call: place, find and announcements are its own. */
export function TranscriptView(props: TranscriptViewProps) {
  return (
    <section className={styles.view} aria-label={say.title}>
      <OneTranscript key={props.callId} {...props} />
    </section>
  );
}

function OneTranscript({ callId, speakers, isLive }: TranscriptViewProps) {
  const { transcript, isLoading, trouble } = useTranscript(callId);
  const isOnline = useIsOnline();
  const { segments } = transcript;
  if (isLoading) return <Loading />;
  if (segments.length === 0 && trouble !== null) return <Trouble callId={callId} refusal={trouble} />;
  if (segments.length === 0) {
    return (
      <EmptyState icon={AudioLines} title={isLive ? say.silentTitle : say.neverSpoke}>
        {isLive ? say.silent : undefined}
      </EmptyState>
    );
  }
  const isBroken = trouble !== null || !isOnline;
  return <Conversation segments={segments} speakers={speakers} isLive={isLive} isBroken={isBroken} />;
}

interface ConversationProps extends Pick<TranscriptViewProps, 'speakers' | 'isLive'> {
  readonly segments: readonly Segment[];
  readonly isBroken: boolean;
}

function Conversation({ segments, speakers, isLive, isBroken }: ConversationProps) {
  const box = useRef<HTMLElement>(null);
  const list = useRef<TurnListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const find = useFind(segments);

  function show(match: Match | null): void {
    if (match !== null) list.current?.show(match);
  }
  function openFind(): void {
    find.open();
    field.current?.select();
  }
  function closeFind(): void {
    find.close();
    list.current?.focus();
  }
  useShortcut('transcript.find', openFind);
  useShortcut('transcript.now', () => list.current?.goNow());

  return (
    <>
      {find.isOpen ? (
        <FindBar
          find={find}
          isLive={isLive}
          fieldRef={field}
          onLook={(query) => show(find.look(query, list.current?.firstSeen() ?? 0))}
          onGo={(by) => show(find.go(by))}
          onClose={closeFind}
        />
      ) : null}
      <TurnList segments={segments} speakers={speakers} isLive={isLive} find={find} box={box} handle={list}>
        {(follow) => <Foot {...{ segments, speakers, isLive, isBroken, follow }} onFind={openFind} />}
      </TurnList>
      <SpokenLog segments={segments} speakers={speakers} />
    </>
  );
}

interface FootProps extends ConversationProps {
  readonly follow: Follow;
  readonly onFind: () => void;
}

function Foot({ segments, speakers, isLive, isBroken, follow, onFind }: FootProps) {
  const { place } = follow;
  const newTurns =
    place.kind === 'reading' ? countTurns(segments, segments.length) - countTurns(segments, place.seen) : 0;
  return (
    <div className={styles.foot} data-covers={place.kind === 'reading'}>
      <LiveMark {...{ segments, speakers, isLive, isBroken }} />
      {place.kind === 'reading' ? (
        <Button className={styles.now} keys={keysOf('transcript.now')} onClick={follow.goNow}>
          <ArrowDown size={14} strokeWidth={2} aria-hidden />
          {say.now}
          {newTurns > 0 ? (
            <span className={styles.count}>
              <span aria-hidden>· </span>
              {say.newTurns(newTurns)}
            </span>
          ) : null}
          <span className="only-heard">{say.goNow}</span>
        </Button>
      ) : null}
      <IconButton
        icon={Search}
        label={say.find}
        keys={keysOf('transcript.find')}
        tooltipSide="top"
        onClick={onFind}
      />
    </div>
  );
}

/** Whether words still come, and who is in the middle of a sentence. Seen only: screen readers hear the sentences. */
function LiveMark({ segments, speakers, isLive, isBroken }: ConversationProps) {
  if (isLive && isBroken) return <span className={styles.broken}>{say.notLive}</span>;
  if (!isLive)
    return <span className={styles.ended}>{say.turns(countTurns(segments, segments.length))}</span>;
  // Only the newest turns can be open; looking at a few keeps this cheap on every picture.
  const open = segments.slice(-4).filter((segment) => !segment.final);
  const names = [...new Set(open.map((segment) => speakers[segment.speaker]))];
  return (
    <span className={styles.live} aria-hidden>
      <span className={styles.bar} />
      <bdi>{names.length === 0 ? say.live : say.speaking(names)}</bdi>
    </span>
  );
}

function Loading() {
  const isSlow = useSlowly(true);
  return (
    <div className={styles.loading} role="status" aria-label={say.loading}>
      {isSlow
        ? ['62%', '84%', '40%', '71%', '55%'].map((width) => <Skeleton key={width} width={width} />)
        : null}
    </div>
  );
}

function Trouble({ callId, refusal }: { readonly callId: CallId; readonly refusal: Refusal }) {
  return (
    <div role="alert" className={styles.trouble}>
      <EmptyState
        title={say.troubleTitle}
        actions={<Button onClick={() => retryTranscript(callId)}>{say.tryAgain}</Button>}
      >
        {`${refusal.message} ${refusal.code === 'UNAVAILABLE' ? say.troubleSafe : errorMeanings[refusal.code].remedy}`}
      </EmptyState>
    </div>
  );
}
