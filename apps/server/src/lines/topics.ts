import { type CallId, type Frame, topicOf } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { setTopic } from '../calls/calls.store.ts';

/** After this many turns without a topic nobody listens for one any more. */
const mostTurns = 6;

interface Listening {
  readonly open: Map<number, string>;
  turns: number;
}

/** Listens to callers until it is known what each call is about. */
export function createTopics(app: Pick<App, 'db' | 'nudge'>): {
  readonly heard: (callId: CallId, frames: readonly Frame[]) => void;
} {
  const calls = new Map<CallId, Listening | 'known'>();
  const keep = (callId: CallId, topic: string) => {
    calls.set(callId, 'known');
    setTopic(app.db, callId, topic).then(app.nudge, () => calls.delete(callId));
  };
  const hear = (callId: CallId, frame: Frame) => {
    const listening = calls.get(callId) ?? { open: new Map<number, string>(), turns: 0 };
    if (listening === 'known' || frame.speaker !== 'caller') return;
    calls.set(callId, listening);
    const said = (listening.open.get(frame.segment) ?? '') + frame.text;
    listening.open.set(frame.segment, said);
    if (!frame.final) return;
    listening.open.delete(frame.segment);
    listening.turns += 1;
    const topic = topicOf(said);
    if (topic !== null) keep(callId, topic);
    else if (listening.turns >= mostTurns) calls.set(callId, 'known');
  };
  return {
    heard(callId, frames) {
      for (const frame of frames) hear(callId, frame);
      forgetOldest(calls);
    },
  };
}

/** The table remembers so many calls that none that is going on is forgotten. */
const mostRemembered = 20_000;

function forgetOldest(calls: Map<CallId, unknown>): void {
  for (const callId of calls.keys()) {
    if (calls.size <= mostRemembered) return;
    calls.delete(callId);
  }
}
