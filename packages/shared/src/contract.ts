import type { z } from 'zod';
import { auditOperations } from './audit/contract.ts';
import { auditPolicy } from './audit/policy.ts';
import { authOperations } from './auth/contract.ts';
import { authPolicy } from './auth/policy.ts';
import { callEvents, callOperations } from './calls/contract.ts';
import { callPolicy } from './calls/policy.ts';
import { customerOperations } from './customers/contract.ts';
import { customerPolicy } from './customers/policy.ts';
import { deskEvents, deskOperations, deskPolicy } from './desk.ts';
import { jobOperations } from './jobs/contract.ts';
import { jobPolicy } from './jobs/policy.ts';
import type { Refusal } from './kernel/result.ts';
import type { Right } from './kernel/rights.ts';
import { repEvents, repOperations } from './reps/contract.ts';
import { repPolicy } from './reps/policy.ts';
import { serviceClientOperations } from './service-clients/contract.ts';
import { serviceClientPolicy } from './service-clients/policy.ts';
import { suggestionEvents, suggestionOperations } from './suggestions/contract.ts';
import { suggestionPolicy } from './suggestions/policy.ts';
import { transcriptEvents, transcriptOperations } from './transcripts/contract.ts';
import { transcriptPolicy } from './transcripts/policy.ts';
import { userOperations } from './users/contract.ts';
import { userPolicy } from './users/policy.ts';

/** The version both sides name in the handshake. */
export const contractVersion = 1;

/** Everything that may be asked; routes, OpenAPI, socket maps and clients are derived from this one list. */
export const operations = {
  ...authOperations,
  ...userOperations,
  ...serviceClientOperations,
  ...auditOperations,
  ...deskOperations,
  ...repOperations,
  ...callOperations,
  ...transcriptOperations,
  ...customerOperations,
  ...jobOperations,
  ...suggestionOperations,
} as const;

/** Everything that is told. */
export const events = {
  ...deskEvents,
  ...repEvents,
  ...callEvents,
  ...transcriptEvents,
  ...suggestionEvents,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** Who may ask for each of them; the one dispatcher looks here before anything else. */
export const policies = {
  ...authPolicy,
  ...userPolicy,
  ...serviceClientPolicy,
  ...auditPolicy,
  ...deskPolicy,
  ...repPolicy,
  ...callPolicy,
  ...transcriptPolicy,
  ...customerPolicy,
  ...jobPolicy,
  ...suggestionPolicy,
} as const satisfies Record<OperationName, Right>;
export type Policies = typeof policies;

export type Input<Name extends OperationName> = z.output<Operations[Name]['input']>;
/** What a client sends: before defaults are filled in. */
export type Question<Name extends OperationName> = z.input<Operations[Name]['input']>;
export type Output<Name extends OperationName> = z.output<Operations[Name]['output']>;

export type SocketOperationName = {
  [Name in OperationName]: Operations[Name] extends { readonly socket: true } ? Name : never;
}[OperationName];
export type HttpOperationName = {
  [Name in OperationName]: Operations[Name] extends { readonly http: object } ? Name : never;
}[OperationName];

export type EventName = keyof typeof events;
export type Payload<Name extends EventName> = z.output<(typeof events)[Name]['payload']>;

/** The answer to an operation over the socket. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

/** Socket.IO's map of what a desk may emit. */
export type DeskAsks = {
  [Name in SocketOperationName]: (input: Question<Name>, ack: (answer: Answer<Output<Name>>) => void) => void;
};

/** Socket.IO's map of what a desk may hear. */
export type DeskHears = { [Name in EventName]: (payload: Payload<Name>) => void };

/** A total table: a listener for each event, so that a new event does not compile until somebody listens. */
export type Listeners = { readonly [Name in EventName]: (payload: Payload<Name>) => void };

export const operationNames = Object.keys(operations) as OperationName[];
export const eventNames = Object.keys(events) as EventName[];
