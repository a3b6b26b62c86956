import type { Call, UserId } from '@ringdesk/shared';
import { clockOf, sayDuration } from '../ui/durations.ts';
import { sayPhone } from '../ui/say-phone.ts';
import { queueMessages } from './queue.messages.ts';
import { type Urgency, urgencyOf } from './waiting.ts';

/** How a call looks: the colour, and the sign and the words that say the same. */
export type CallLook = 'ringing' | 'waiting' | 'mine' | 'wrapping-up' | 'others' | 'ended' | 'abandoned';

export interface RowFacts {
  readonly look: CallLook;
  readonly name: string;
  readonly topic: string;
  /** Who has it, or that nobody does. */
  readonly state: string;
  readonly time: string;
  /** The time in words, for hover and for those who hear it. */
  readonly timeTold: string;
  readonly urgency: Urgency;
  readonly canBeClaimed: boolean;
}

/** What a row of the queue shows of a call. `nowMs` is the server's time. */
export function rowFacts(call: Call, me: UserId, nowMs: number): RowFacts {
  const name = call.callerName ?? sayPhone(call.from);
  const topic = call.topic ?? queueMessages.noTopic[call.status];
  return {
    name,
    topic,
    canBeClaimed: call.status === 'waiting',
    ...lookOf(call, me),
    ...timeOf(call, nowMs),
  };
}

function lookOf(call: Call, me: UserId): Pick<RowFacts, 'look' | 'state'> {
  const { state, somebody } = queueMessages;
  const rep = call.repName ?? somebody;
  const isMine = call.repId === me;
  switch (call.status) {
    case 'waiting':
      return { look: 'waiting', state: state.waiting };
    case 'offered':
      return {
        look: 'ringing',
        state: call.offeredTo === me ? state.ringingForMe : state.ringingFor(call.offeredToName ?? somebody),
      };
    case 'active':
      return isMine ? { look: 'mine', state: state.mine } : { look: 'others', state: state.withRep(rep) };
    case 'wrap_up':
      return isMine
        ? { look: 'wrapping-up', state: state.wrappingUp }
        : { look: 'others', state: state.wrapUpBy(rep) };
    case 'closed':
      return { look: 'ended', state: call.repName ?? state.closed };
    case 'abandoned':
      return { look: 'abandoned', state: state.abandoned };
  }
}

function timeOf(call: Call, nowMs: number): Pick<RowFacts, 'time' | 'timeTold' | 'urgency'> {
  if (call.status === 'waiting' || call.status === 'offered') {
    const waitedMs = nowMs - Date.parse(call.queuedAt);
    const urgency = urgencyOf(waitedMs);
    const late = queueMessages.urgency[urgency];
    const told = queueMessages.waited(sayDuration(waitedMs));
    return { time: clockOf(waitedMs), timeTold: late === '' ? told : `${told}, ${late}`, urgency };
  }
  if (call.status === 'active') {
    const talkedMs = nowMs - Date.parse(call.claimedAt ?? call.queuedAt);
    return {
      time: clockOf(talkedMs),
      timeTold: queueMessages.talked(sayDuration(talkedMs)),
      urgency: 'calm',
    };
  }
  const ended = timeOfDay(call.endedAt ?? call.queuedAt);
  return { time: ended, timeTold: ended, urgency: 'calm' };
}

const hours = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });

/** A moment as this desk's wall clock shows it, such as `14:05`. */
export function timeOfDay(moment: string): string {
  return hours.format(new Date(moment));
}
