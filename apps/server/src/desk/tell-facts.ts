import { RingingOffer } from '@ringdesk/shared';
import type { Tell } from '../app.ts';
import { findAll as findCalls, findOffers } from '../calls/calls.store.ts';
import type { Database } from '../database/database.ts';
import type { Fact } from '../database/outbox.ts';
import { findAll as findReps } from '../reps/store.ts';

/** Turns committed facts into events, with the state as it is now: a fact that was overtaken tells the newer state. */
export async function tellFacts(
  app: { readonly db: Pick<Database, 'rows'> },
  tell: Tell,
  { facts, firstRev }: { readonly facts: readonly Fact[]; readonly firstRev: number },
): Promise<void> {
  const ids = idsIn(facts);
  const calls = await findCalls(app.db, ids.calls);
  const offers = await findOffers(app.db, ids.offers);
  const reps = await findReps(app.db, ids.reps);
  let rev = firstRev;
  for (const fact of facts) {
    if (fact.event === 'call.changed') {
      const call = calls.get(fact.callId);
      if (call !== undefined) tell('call.changed', { rev, call }, { desks: 'all' });
      rev += 1;
    } else if (fact.event === 'call.offered') {
      const call = calls.get(fact.callId);
      const offer = offers.get(fact.offerId);
      // An offer that is over by now is told by its own fact.
      if (call !== undefined && offer?.outcome === null)
        tell('call.offered', { call, offer: RingingOffer.parse(offer) }, { rep: fact.repId });
    } else if (fact.event === 'call.offer-ended') {
      const { callId, offerId, outcome, repId } = fact;
      tell('call.offer-ended', { callId, offerId, outcome }, { rep: repId });
    } else {
      const rep = reps.find((one) => one.id === fact.repId);
      if (rep !== undefined) tell('presence.changed', { rep }, { supervisors: true, rep: rep.id });
    }
  }
}

function idsIn(facts: readonly Fact[]) {
  return {
    calls: unique(facts.flatMap((fact) => ('callId' in fact ? [fact.callId] : []))),
    offers: unique(facts.flatMap((fact) => (fact.event === 'call.offered' ? [fact.offerId] : []))),
    reps: unique(facts.flatMap((fact) => (fact.event === 'presence.changed' ? [fact.repId] : []))),
  };
}

function unique<Id>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)];
}
