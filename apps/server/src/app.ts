import type {
  CallId,
  Clock,
  EventName,
  Input,
  OperationName,
  Operations,
  Output,
  Payload,
  Random,
  Result,
  Role,
  SessionId,
  UserId,
} from '@ringdesk/shared';
import type { Database } from './database/database.ts';

/** What the process owns and hands to its verbs; a verb takes the few members it uses. */
export interface App {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly routing: RoutingLimits;
  /** Says that something was committed: desks are told and waiting calls are looked at, soon and outside this request. */
  readonly nudge: () => void;
}

export interface RoutingLimits {
  readonly offerSeconds: number;
  readonly vanishedSeconds: number;
  readonly wrapUpSeconds: number;
}

/** Who asks. */
export interface Asker {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly role: Role;
}

/** The desk an operation came from, for those that only make sense on a socket. */
export interface DeskDoor {
  readonly id: string;
  /** Joins or leaves the live stream of a call. */
  watch(callId: CallId): void;
  unwatch(callId: CallId): void;
  /** Takes a fresh token for this socket. */
  renew(until: { readonly expiresAtMs: number }): void;
}

/** One question: the parsed input, who asks, from where. */
interface Ask<Name extends OperationName> {
  readonly input: Input<Name>;
  readonly asker: Operations[Name]['who'] extends 'anyone' ? Asker | null : Asker;
  readonly desk: Operations[Name] extends { readonly socket: true } ? DeskDoor : null;
  /** The peer's address, for doors that are open to this machine only. */
  readonly from: string;
}

/** A handler for each operation; a new operation does not compile until it has one. */
export type Handlers = {
  readonly [Name in OperationName]: (ask: Ask<Name>) => Promise<Result<Output<Name>>>;
};

/** Those who hear an event. */
export type Audience =
  | { readonly desks: 'all' }
  | { readonly rep: UserId }
  | { readonly supervisors: true; readonly rep: UserId }
  | { readonly watchersOf: CallId };

/** Tells desks something that is committed. */
export type Tell = <Name extends EventName>(name: Name, payload: Payload<Name>, to: Audience) => void;
