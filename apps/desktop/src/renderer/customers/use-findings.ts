import type { Customer } from '@ringdesk/shared';
import { itemsOf, useRecord, useRecords } from '../http/records.ts';
import { usePaced } from '../ui/use-paced.ts';

const paceMs = 40;
const mostFound = 30;

export interface Findings {
  readonly customers: readonly Customer[];
  /** What was searched for; empty: those of the number. */
  readonly words: string;
  readonly isLoading: boolean;
  /** What is shown belongs to other words than those that are typed now. */
  readonly isBehind: boolean;
  readonly hasMore: boolean;
  readonly onAgain: (() => void) | undefined;
}

/** Customers for what is typed, and for the number while nothing is; archived ones stay out. */
export function useFindings(phone: string | null, typed: string): Findings {
  const words = usePaced(typed.trim(), paceMs);
  const isSearch = words !== '';
  const same = useRecord(
    'customers.lookup',
    { phone: phone ?? '' },
    { enabled: phone !== null && !isSearch },
  );
  const found = useRecords('customers.list', { q: words, limit: mostFound }, { enabled: isSearch });
  const { error, refetch } = isSearch ? found : same;
  // Until the first words are answered those of the number stay in sight, and cannot be picked for the words.
  const isAnswered = isSearch && found.data !== undefined;
  return {
    customers: isAnswered ? itemsOf(found.data) : (same.data?.items ?? []),
    words,
    isLoading: isSearch ? found.isPending : phone !== null && same.isPending,
    isBehind: typed.trim() !== words || (isSearch && found.isPlaceholderData),
    hasMore: isSearch && found.hasNextPage,
    onAgain: error === null ? undefined : () => void refetch(),
  };
}
