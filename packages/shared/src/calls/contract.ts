import { z } from 'zod';
import { CallId, CustomerId, OfferId, UserId } from '../kernel/ids.ts';
import { deskEvent, operation } from '../kernel/operation.ts';
import { Moment, PageRequest, pageOf } from '../kernel/page.ts';
import { Count, text } from '../kernel/text.ts';
import { Call, CallStatus } from './call.ts';
import { Disposition } from './dispositions.ts';
import { Offer, OfferOutcome, RingingOffer } from './offer.ts';

const OneCall = z.strictObject({ callId: CallId });
const Notes = text(20_000);
const PathId = z.strictObject({ id: CallId });

export const callOperations = {
  'call.claim': operation({
    about: 'Takes a call: the one that rings for this rep, or a waiting one that nobody is being asked for.',
    input: OneCall,
    output: Call,
    socket: true,
  }),
  'call.decline': operation({
    about: 'Says no to the offer of this call; the next rep is asked.',
    input: OneCall,
    output: Call,
    socket: true,
  }),
  'call.release': operation({
    about: 'Gives an active call back to the front of the queue.',
    input: OneCall,
    output: Call,
    socket: true,
  }),
  'call.end': operation({
    about: 'Ends the conversation; the wrap-up begins.',
    input: OneCall,
    output: Call,
    socket: true,
  }),
  'call.wrap-up': operation({
    about: 'Closes a call with its disposition, and with last notes if given.',
    input: z.strictObject({ callId: CallId, disposition: Disposition, notes: Notes.optional() }),
    output: Call,
    socket: true,
  }),
  'call.note': operation({
    about: 'Keeps the notes of a call. `version` is the call that was edited; a newer one answers STALE.',
    input: z.strictObject({ callId: CallId, text: Notes, version: Count }),
    output: Call,
    socket: true,
  }),
  'call.link': operation({
    about: 'Links the call to a customer, or with null to nobody again.',
    input: z.strictObject({ callId: CallId, customerId: CustomerId.nullable() }),
    output: Call,
    socket: true,
  }),
  'calls.list': operation({
    about: 'Calls, newest first.',
    input: PageRequest.extend({
      status: CallStatus.optional(),
      repId: UserId.optional(),
      customerId: CustomerId.optional(),
      from: Moment.optional(),
      to: Moment.optional(),
    }),
    output: pageOf(Call),
    http: { method: 'GET', path: '/calls' },
  }),
  'call.read': operation({
    about: 'One call.',
    input: PathId,
    output: Call,
    refuses: ['CALL_UNKNOWN'],
    http: { method: 'GET', path: '/calls/:id' },
  }),
  'call.offers': operation({
    about: 'Every offer of a call in order, each with the reason why that rep was asked.',
    input: PathId,
    output: z.object({ items: z.array(Offer), nextCursor: z.null() }),
    refuses: ['CALL_UNKNOWN'],
    http: { method: 'GET', path: '/calls/:id/offers' },
  }),
} as const;

export const callEvents = {
  'call.changed': deskEvent({
    about: 'A call is new or has changed. `rev` grows by one; a gap means desk.open again.',
    to: 'all desks',
    payload: z.object({ rev: z.number().int(), call: Call }),
  }),
  'call.offered': deskEvent({
    about: 'A call rings for this rep until the deadline.',
    to: 'the rep',
    payload: z.object({ call: Call, offer: RingingOffer }),
  }),
  'call.offer-ended': deskEvent({
    about: 'The offer is over: claimed, declined, missed or withdrawn.',
    to: 'the rep',
    payload: z.object({ callId: CallId, offerId: OfferId, outcome: OfferOutcome }),
  }),
} as const;
