import type { Answer, HttpOperationName, Output, Question, Refusal } from '@ringdesk/shared';
import {
  type InfiniteData,
  QueryClient,
  type QueryKey,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from './call.ts';

/** A refusal, thrown: what a query or a change that was refused carries. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const retries = 2;

/** The records that were read, for as long as one person's desk is open; forgotten when it is closed or locked. */
export const records = new QueryClient({
  defaultOptions: {
    queries: {
      // Only what may be better in a moment is asked again; a refusal stays one.
      retry: (count, error) =>
        count < retries && error instanceof Refused && error.refusal.code === 'UNAVAILABLE',
      retryDelay: (count) => 400 * 2 ** count,
      staleTime: 5_000,
      // The server may stand on this very computer: whether it answers is asked of it, not of the network.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
  },
});

/** Of a list that is longer, pages are not read again just because time has passed: that would be a request for each. */
const mostFreshPages = 5;

/** The server is back: what is shown, or could not be shown, is read again. */
export function readAllAgain(): void {
  void records.invalidateQueries({
    predicate: ({ state }) => !(isPaged(state.data) && state.data.pages.length > mostFreshPages),
  });
}

function isPaged(data: unknown): data is { readonly pages: readonly unknown[] } {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}

export type Asked<Value> = UseQueryResult<Value, Refused>;

/** What an operation that only reads answers, kept up to date while the component is there. */
export function useRecord<Name extends HttpOperationName>(
  name: Name,
  input: Question<Name>,
  options: { readonly refetchInterval?: number; readonly enabled?: boolean } = {},
): Asked<Output<Name>> {
  return useQuery<Output<Name>, Refused>({
    queryKey: [name, input],
    queryFn: async () => answered(await call(name, input)),
    ...options,
  });
}

type ListName = {
  [Name in HttpOperationName]: Output<Name> extends {
    readonly items: readonly unknown[];
    nextCursor: string | null;
  }
    ? 'cursor' extends keyof Question<Name>
      ? Name
      : never
    : never;
}[HttpOperationName];

/** A list, page after page. `input` is without the cursor. */
export function useRecords<Name extends ListName>(
  name: Name,
  input: Omit<Question<Name>, 'cursor'>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): UseInfiniteQueryResult<InfiniteData<Output<Name>>, Refused> {
  return useInfiniteQuery<
    Output<Name>,
    Refused,
    InfiniteData<Output<Name>>,
    readonly unknown[],
    string | null
  >({
    queryKey: [name, input],
    initialPageParam: null,
    queryFn: async ({ pageParam }) => {
      const question = pageParam === null ? input : { ...input, cursor: pageParam };
      return answered(await call(name, question as Question<Name>));
    },
    getNextPageParam: (page) => page.nextCursor,
    // While a filter changes, the rows before it stay until the new ones are there.
    placeholderData: (before) => before,
    staleTime: ({ state }) =>
      (state.data?.pages.length ?? 0) > mostFreshPages ? Number.POSITIVE_INFINITY : 5_000,
    ...options,
  });
}

/** Every record of the pages that are there. */
export function itemsOf<Item>(
  data: InfiniteData<{ readonly items: readonly Item[] }> | undefined,
): readonly Item[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

export interface Change<Name extends HttpOperationName> {
  /** What is read again after it, however it went. */
  readonly touches: readonly HttpOperationName[];
  /** Shows the outcome before the server has answered; a refusal takes it back. */
  readonly foresee?: (records: QueryClient, input: Question<Name>) => void;
}

/** A change of records. */
export function useChange<Name extends HttpOperationName>(
  name: Name,
  { touches, foresee }: Change<Name>,
): UseMutationResult<Output<Name>, Refused, Question<Name>, Before> {
  const client = useQueryClient();
  const keys = touches.map((touched) => ({ queryKey: [touched] }));
  return useMutation<Output<Name>, Refused, Question<Name>, Before>({
    mutationFn: async (input) => answered(await call(name, input)),
    onMutate: async (input) => {
      if (foresee === undefined) return [];
      // An older answer that is still on its way would undo what is foreseen.
      await Promise.all(keys.map((key) => client.cancelQueries(key)));
      const before = keys.flatMap((key) => client.getQueriesData(key));
      foresee(client, input);
      return before;
    },
    onError: (_refused, _input, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data);
    },
    onSettled: () => Promise.all(keys.map((key) => client.invalidateQueries(key))),
  });
}

type Before = readonly (readonly [key: QueryKey, data: unknown])[];

/** Waits for a change; the refusal, or null when it is done. */
export async function refusalOf(change: Promise<unknown>): Promise<Refusal | null> {
  try {
    await change;
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function answered<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Refused(answer.error);
}
