import { RingingOffer } from '@ringdesk/shared';
import type { App, Tell } from '../app.ts';
import { findAll as findCalls, findOffers } from '../calls/calls.store.ts';
import type { Fact } from '../database/outbox.ts';
import { findAll as findReps } from '../reps/store.ts';

/** Turns committed facts into events, with the state as it is now: a fact that was overtaken tells the newer state. */
export async function tellFacts(
  app: Pick<App, 'db'>,
  tell: Tell,
  { facts, firstRev }: { readonly facts: readonly Fact[]; readonly firstRev: number },
): Promise<void> {
  const [calls, offers, reps] = await Promise.all([
    findCalls(app.db, unique(facts.flatMap((fact) => ('callId' in fact ? [fact.callId] : [])))),
    findOffers(
      app.db,
      unique(facts.flatMap((fact) => (fact.event === 'call.offered' ? [fact.offerId] : []))),
    ),
    findReps(
      app.db,
      unique(facts.flatMap((fact) => (fact.event === 'presence.changed' ? [fact.repId] : []))),
    ),
  ]);
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

function unique<Id>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)];
}
