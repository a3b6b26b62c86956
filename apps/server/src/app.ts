import type {
  CallId,
  Clock,
  EventName,
  Input,
  OperationName,
  Operations,
  Output,
  Payload,
  Policies,
  Random,
  Result,
  Right,
  Role,
  Scope,
  SessionId,
  UserId,
} from '@ringdesk/shared';
import type { Database } from './database/database.ts';

/** What the process owns and hands to its verbs; a verb takes the few members it uses. */
export interface App {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly sealing: Sealing;
  readonly passwords: Passwords;
  readonly routing: RoutingLimits;
  /** Says that something was committed: desks are told and waiting calls are looked at, soon and outside this request. */
  readonly nudge: () => void;
}

/** Keeps secrets unreadable at rest, with keys derived from the installation's secret; `about` ties a value to its row. */
export interface Sealing {
  /** AES-256-GCM; two seals of one text differ. */
  seal(text: string, about: string): string;
  /** The text, or null when it was sealed about something else, under another secret, or was changed. */
  open(sealed: string, about: string): string | null;
  /** A keyed digest for what is short and must be found again, such as a mailed code; base64url. */
  mac(text: string, about: string): string;
}

/** Slow hashes for what people type. Refuses with RATE_LIMITED when too many wait; nothing was judged then. */
export interface Passwords {
  /** Argon2id in its own text form (PHC), with a salt of its own. */
  hash(text: string): Promise<Result<string>>;
  /** Whether the text is the one that was hashed; false, after the same time, when nothing was. */
  verify(kept: string | null, text: string): Promise<Result<boolean>>;
}

export interface RoutingLimits {
  readonly offerSeconds: number;
  readonly vanishedSeconds: number;
  readonly wrapUpSeconds: number;
}

/** Somebody at a desk. A locked session is good for unlocking and signing out only. */
export interface Person {
  readonly kind: 'person';
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly role: Role;
  readonly isLocked: boolean;
}

/** A program: one of our service clients by its id, or one that an outside issuer vouches for. */
export interface Service {
  readonly kind: 'service';
  readonly clientId: string;
  readonly scopes: readonly Scope[];
}

/** Who asks. */
export type Asker = Person | Service;

/** Where a question comes from: the peer's address, and what its device says of itself. Both are words of strangers. */
export interface Peer {
  readonly address: string;
  readonly device: string;
  /** Set when a proxy, trusted or not, says that it speaks for somebody else. */
  readonly isForwarded?: boolean;
}

/** What has become of a session: its owner's role as of now, and why it is good for nothing, if it is. */
export interface Fate {
  readonly id: SessionId;
  readonly role: Role;
  readonly over: Payload<'session.ending'>['why'] | null;
}

/** Who may be asking, by the sentence of the right. */
type AskerWith<Sentence extends Right> = Sentence extends 'anyone' | 'holders of a step token'
  ? Asker | null
  : Sentence extends `${string} and services with ${Scope}`
    ? Asker
    : Sentence extends `services with ${Scope}`
      ? Service
      : Person;

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
  readonly asker: AskerWith<Policies[Name]>;
  readonly desk: Operations[Name] extends { readonly socket: true } ? DeskDoor : null;
  readonly from: Peer;
  /** The bearer token as it came, for holders of a step token. */
  readonly bearer: string | null;
}

/** A handler for each operation; a new operation does not compile until it has one. */
export type Handlers = {
  readonly [Name in OperationName]: (ask: Ask<Name>) => Promise<Result<Answered<Name>>>;
};

/** A file is answered piece by piece, as fast as the reader takes it. */
type Answered<Name extends OperationName> = Operations[Name] extends {
  readonly http: { readonly contentType: string };
}
  ? AsyncIterable<string>
  : Output<Name>;

/** Those who hear an event. */
export type Audience =
  | { readonly desks: 'all' }
  | { readonly rep: UserId }
  | { readonly supervisors: true; readonly rep: UserId }
  | { readonly watchersOf: CallId };

/** Tells desks something that is committed. */
export type Tell = <Name extends EventName>(name: Name, payload: Payload<Name>, to: Audience) => void;
