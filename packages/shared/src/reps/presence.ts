import { z } from 'zod';

/** What the person says; `not_responding` is set by the server alone. */
export const Presence = z.enum(['offline', 'available', 'away', 'not_responding']);
export type Presence = z.infer<typeof Presence>;

/** What the server knows of the person. */
export const Work = z.enum(['idle', 'offered', 'on_call', 'wrap_up']);
export type Work = z.infer<typeof Work>;

/** Misses in a row after which a rep is taken out of the round. */
export const missesUntilNotResponding = 3;

export interface RepState {
  readonly presence: Presence;
  readonly awayReason: string | null;
  readonly work: Work;
  readonly next: { readonly presence: 'available' | 'away'; readonly reason: string | null } | null;
  readonly missesInARow: number;
}

export interface PresenceWish {
  readonly presence: 'available' | 'away';
  readonly reason: string | null;
}

/** A rep who may be asked now; whether the desk is connected is the server's to know. */
export function isFit(rep: Pick<RepState, 'presence' | 'work'>): boolean {
  return rep.presence === 'available' && rep.work === 'idle';
}

/**
 * What a wish does. On a call or in wrap-up it is kept as the next presence; wishing for what already applies
 * takes a kept wish back. Otherwise it applies at once and forgives the misses.
 */
export function wishPresence(rep: RepState, wish: PresenceWish): RepState {
  const busy = rep.work === 'on_call' || rep.work === 'wrap_up';
  if (!busy) {
    return { ...rep, presence: wish.presence, awayReason: reasonOf(wish), next: null, missesInARow: 0 };
  }
  const isAlreadySo = rep.presence === wish.presence && (rep.awayReason ?? null) === reasonOf(wish);
  return { ...rep, next: isAlreadySo ? null : { presence: wish.presence, reason: reasonOf(wish) } };
}

/** The rep has nothing left to do: a kept wish applies now. */
export function becomeIdle(rep: RepState): RepState {
  if (rep.next === null) return { ...rep, work: 'idle' };
  return {
    ...rep,
    work: 'idle',
    presence: rep.next.presence,
    awayReason: rep.next.reason,
    next: null,
    missesInARow: 0,
  };
}

/** An offer ran out unanswered; the third in a row takes the rep out of the round until they say they are back. */
export function missOffer(rep: RepState): RepState {
  const missesInARow = rep.missesInARow + 1;
  const presence = missesInARow >= missesUntilNotResponding ? 'not_responding' : rep.presence;
  return { ...rep, work: 'idle', missesInARow, presence };
}

function reasonOf(wish: PresenceWish): string | null {
  return wish.presence === 'away' ? wish.reason : null;
}
