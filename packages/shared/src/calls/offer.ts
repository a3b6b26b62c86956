import { z } from 'zod';
import { CallId, OfferId, UserId } from '../kernel/ids.ts';
import { Moment } from '../kernel/page.ts';

export const OfferOutcome = z.enum(['claimed', 'declined', 'missed', 'withdrawn']);
export type OfferOutcome = z.infer<typeof OfferOutcome>;

/** Why a rep was passed over when the offer was made. */
export const SkipReason = z.enum([
  'away',
  'not_responding',
  'on_call',
  'wrap_up',
  'offered',
  'disconnected',
  'declined_just_now',
  'missed_this_call',
  'offered_more_recently',
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** Why this rep was asked: everybody who is signed on, and what kept the others from being asked. */
export const OfferWhy = z.object({
  /** How many reps were fit. */
  fit: z.number().int(),
  /** When the chosen rep had been offered a call before; null when never. */
  lastOfferedAt: Moment.nullable(),
  /** How often the chosen rep was already asked for this very call. */
  askedBefore: z.number().int(),
  skipped: z.array(z.object({ repId: UserId, name: z.string(), reason: SkipReason })),
});
export type OfferWhy = z.infer<typeof OfferWhy>;

/** The server asks one rep to take one call until `expiresAt`; `outcome` is null while it rings. */
export const Offer = z.object({
  id: OfferId,
  callId: CallId,
  repId: UserId,
  repName: z.string(),
  offeredAt: Moment,
  expiresAt: Moment,
  endedAt: Moment.nullable(),
  outcome: OfferOutcome.nullable(),
  waitedMs: z.number().int(),
  why: OfferWhy,
});
export type Offer = z.infer<typeof Offer>;

/** What the card of an offer needs. */
export const RingingOffer = Offer.pick({ id: true, expiresAt: true, waitedMs: true, why: true });
export type RingingOffer = z.infer<typeof RingingOffer>;

const phrases: Readonly<Record<SkipReason, string>> = {
  away: 'is away',
  not_responding: 'is not responding',
  on_call: 'is on a call',
  wrap_up: 'is wrapping up',
  offered: 'is being asked for another call',
  disconnected: 'has no desk open',
  declined_just_now: 'declined it just now',
  missed_this_call: 'missed it',
  offered_more_recently: 'was asked more recently',
};

/** The reason of an offer as one sentence, to the rep who was asked or about them: at most two others are named. */
export function sayWhy(why: OfferWhy, whose: 'your' | 'their' = 'your'): string {
  const first = why.lastOfferedAt === null ? `${whose} first offer` : `longest since ${whose} last offer`;
  const others = [...why.skipped].sort((a, b) => weight(a.reason) - weight(b.reason)).slice(0, 2);
  const rest = why.skipped.length - others.length;
  const parts = [first, ...others.map((rep) => `${rep.name} ${phrases[rep.reason]}`)];
  if (rest > 0) parts.push(`${rest} more ${rest === 1 ? 'was' : 'were'} passed over`);
  return parts.join('; ');
}

const telling: readonly SkipReason[] = [
  'missed_this_call',
  'declined_just_now',
  'on_call',
  'wrap_up',
  'offered',
  'away',
];

function weight(reason: SkipReason): number {
  const place = telling.indexOf(reason);
  return place === -1 ? telling.length : place;
}
