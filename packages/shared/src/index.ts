export { AuditEntry, AuditedEvent } from './audit/contract.ts';
export { PersonName, Session, SignedInDevice, User } from './auth/contract.ts';
export { Email } from './auth/email.ts';
export {
  Code,
  fewestPasswordCharacters,
  isGuessable,
  mostPasswordCharacters,
  RecoveryCode,
} from './auth/password.ts';
export type { CallState } from './calls/call.ts';
export * as callRules from './calls/call.ts';
export { Call, CallStatus, isOnTheLine, isOver, stateOf } from './calls/call.ts';
export { Disposition, dispositionNotRecorded, standardDispositions } from './calls/dispositions.ts';
export { Offer, OfferOutcome, OfferWhy, RingingOffer, SkipReason, sayWhy } from './calls/offer.ts';
export { topicOf } from './calls/topic.ts';
export {
  type Answer,
  contractVersion,
  type DeskAsks,
  type DeskHears,
  type EventName,
  eventNames,
  events,
  type HttpOperationName,
  type Input,
  type Listeners,
  type OperationName,
  type Operations,
  type Output,
  operationNames,
  operations,
  type Payload,
  type Policies,
  policies,
  type Question,
  type SocketOperationName,
} from './contract.ts';
export { TimelineEntry } from './customers/contract.ts';
export {
  Address,
  AddressFields,
  AddressKind,
  Customer,
  customerName,
  mostPhones,
  mostTags,
  Phone,
  PhoneKind,
  wholeNumber,
} from './customers/customer.ts';
export { fold } from './customers/fold.ts';
export { type ImportField, importFields } from './customers/import-fields.ts';
export { DeskSnapshot } from './desk.ts';
export {
  Job,
  JobConflict,
  JobNote,
  JobStatus,
  LineItem,
  LineItemKind,
  nextStatuses,
  Schedule,
} from './jobs/job.ts';
export { statusAfter, totalCents } from './jobs/job-rules.ts';
export { type Cancel, type Clock, type Random, seededRandom } from './kernel/clock.ts';
export { ErrorCode, errorMeanings } from './kernel/errors.ts';
export {
  AddressId,
  CallId,
  CustomerId,
  type IdSource,
  JobId,
  newId,
  OfferId,
  ServiceClientId,
  SessionId,
  SuggestionId,
  UserId,
} from './kernel/ids.ts';
export type { DeskEvent, Operation } from './kernel/operation.ts';
export { Moment } from './kernel/page.ts';
export { done, FieldError, Refusal, type Result, refused } from './kernel/result.ts';
export { mayAsk, type Right, Role, Scope, type Standing } from './kernel/rights.ts';
export { text } from './kernel/text.ts';
export { Rep } from './reps/contract.ts';
export {
  becomeIdle,
  isFit,
  missesUntilNotResponding,
  missOffer,
  Presence,
  type PresenceWish,
  type RepState,
  Work,
  wishPresence,
} from './reps/presence.ts';
export { type RightsRow, rightsTable, standings } from './rights-table.ts';
export { ServiceClient } from './service-clients/contract.ts';
export { SuggestedValue, Suggestion } from './suggestions/contract.ts';
export { Frame, Segment, Speaker, type SpokenFrame, segmentsOf } from './transcripts/frame.ts';
export { continueFrom } from './transcripts/merge.ts';
export { Person } from './users/contract.ts';
