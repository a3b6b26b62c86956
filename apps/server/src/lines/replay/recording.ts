import { Speaker } from '@ringdesk/shared';

/** A conversation that took place, ready to be played. */
export interface Recording {
  /** Names the call of this recording; unique among those that are played together. */
  readonly name: string;
  readonly from: string;
  readonly callerName: string | null;
  readonly turns: readonly RecordedTurn[];
}

export interface RecordedTurn {
  readonly speaker: Speaker;
  readonly text: string;
  /** Since the beginning of the recording; null where it was not written down. */
  readonly times: TurnTimes | null;
}

export interface TurnTimes {
  readonly startMs: number;
  readonly endMs: number;
  /** When each word of the text was over; null where only the turn was timed. */
  readonly wordEndsMs: readonly number[] | null;
}

/** Who calls, where a recording does not say: a number of the range kept for fiction. */
export const unknownCaller = { from: '+12025550100', callerName: null } as const;

const speakers: Readonly<Record<Speaker, string>> = {
  rep: 'rep, agent, doctor, dr, representative, clinician, guest clinician, nurse, operator, advisor, employee, support',
  caller:
    'caller, customer, patient, client, user, member, guest, guest family, family, parent, mother, father, visitor',
  assistant: 'assistant, bot, action, system, ivr, robot, machine',
};

/** `Guest_family 2` → caller. Null for a name that tells nothing. */
export function speakerNamed(name: string): Speaker | null {
  const plain = name
    .toLowerCase()
    .replace(/[_\s.-]+/g, ' ')
    .replace(/\s*\d+$/, '')
    .trim();
  return Speaker.options.find((speaker) => speakers[speaker].split(', ').includes(plain)) ?? null;
}

/** For messages: the names that are understood. */
export const knownSpeakers = Object.values(speakers).join(', ');
