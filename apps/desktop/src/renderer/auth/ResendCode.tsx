import type { Result } from '@ringdesk/shared';
import { useEffect, useState } from 'react';
import { notice } from '../ui/notices.store.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { secondsUntilResend } from './codes.ts';
import { doorMessages } from './door.messages.ts';
import { sayRefusal } from './say-problems.ts';
import { atDoor } from './way-in.store.ts';

const say = doorMessages.verify;

export interface ResendCodeProps {
  readonly sentAtMs: number;
  readonly email: string;
  readonly send: () => Promise<Result<unknown>>;
  /** Runs when it was sent: the next thing is to type it. */
  readonly onSent: () => void;
}

/** Asks for another code, after a short wait that it counts down. */
export function ResendCode({ sentAtMs, email, send, onSent }: ResendCodeProps) {
  const seconds = useSecondsUntilResend(sentAtMs);
  const [isAsking, setIsAsking] = useState(false);
  const isOpen = seconds === 0 && !isAsking;

  async function resend(): Promise<void> {
    setIsAsking(true);
    const answer = await send();
    setIsAsking(false);
    if (!answer.ok) return notice(sayRefusal(answer.error, []).form ?? answer.error.message, 'trouble');
    atDoor({ what: 'code-sent', email, atMs: Date.now() });
    notice(say.resent, 'well');
    onSent();
  }
  return (
    <TextLink aria-disabled={!isOpen} className="tabular" onClick={() => isOpen && void resend()}>
      {seconds === 0 ? say.resend : say.resendIn(seconds)}
    </TextLink>
  );
}

function useSecondsUntilResend(sentAtMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return secondsUntilResend(sentAtMs, nowMs);
}
