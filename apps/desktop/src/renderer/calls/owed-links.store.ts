import { type Call, type CallId, CustomerId } from '@ringdesk/shared';
import { useMemo } from 'react';
import { z } from 'zod';
import { createDrafts } from '../outbox/drafts.ts';

const Owed = z
  .object({
    /** Null: nobody is to be linked any more. */
    customerId: CustomerId.nullable(),
    /** Who was linked when it was asked for: whoever was linked meanwhile stays linked. */
    over: CustomerId.nullable(),
  })
  .readonly();
export type OwedLink = z.infer<typeof Owed>;

const owedLinks = createDrafts('call-link', Owed);

/** Links that wait for the server, by call; they outlive a reload and a crash. */
export const oweLink = (callId: CallId, owed: OwedLink): void => owedLinks.keep(callId, owed);
export const forgiveLink = (callId: CallId): void => owedLinks.drop(callId);
export const owedLinkNow = (callId: CallId): OwedLink | null => owedLinks.now(callId);

/** A call with who is linked to it as it will be once the server is back. */
export function useAsLinked(call: Call): Call {
  const owed = owedLinks.useDraft(call.id);
  return useMemo(
    () => (owed === null || owed.over !== call.customerId ? call : { ...call, customerId: owed.customerId }),
    [call, owed],
  );
}
