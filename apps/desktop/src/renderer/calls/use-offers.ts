import type { Call, Offer, Refusal } from '@ringdesk/shared';
import { useEffect, useState } from 'react';
import { call as callHttp } from '../http/call.ts';

export interface OffersRead {
  readonly offers: readonly Offer[] | null;
  readonly trouble: Refusal | null;
  readonly again: () => void;
}

/** Every offer of a call in order, read anew whenever the call has moved on to somebody else or nobody. */
export function useOffers(call: Call): OffersRead {
  const [read, setRead] = useState<Omit<OffersRead, 'again'>>({ offers: null, trouble: null });
  const [turn, setTurn] = useState(0);
  const moved = `${call.status} ${call.offeredTo ?? ''} ${call.repId ?? ''} ${turn}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moved` says when what was read is old
  useEffect(() => {
    let isOld = false;
    void callHttp('call.offers', { id: call.id }).then((answer) => {
      if (isOld) return;
      if (answer.ok) setRead({ offers: answer.value.items, trouble: null });
      else setRead((before) => ({ ...before, trouble: answer.error }));
    });
    return () => {
      isOld = true;
    };
  }, [call.id, moved]);
  return { ...read, again: () => setTurn((before) => before + 1) };
}
