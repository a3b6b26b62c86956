import {
  type ErrorCode,
  type FieldError,
  mayAsk,
  type OperationName,
  operations,
  policies,
  type Refusal,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { z } from 'zod';
import type { Asker, DeskDoor, Handlers, Peer } from '../app.ts';

interface Question {
  readonly name: OperationName;
  /** As it came in: anything at all. */
  readonly input: unknown;
  readonly asker: Asker | null;
  readonly desk: DeskDoor | null;
  readonly from: Peer;
  readonly bearer: string | null;
}

/** What went wrong unexpectedly, for the log; `code` tells operators how much to care. */
export interface Trouble {
  readonly operation: OperationName;
  readonly code: ErrorCode;
  readonly error: unknown;
}

export type Dispatch = (question: Question) => Promise<Result<unknown>>;

/**
 * The one place that checks shape and rights of whatever comes through a door, and that catches. It always answers:
 * nothing that a client can send gets past it as an exception.
 */
export function createDispatch(handlers: Handlers, onTrouble: (trouble: Trouble) => void): Dispatch {
  return async ({ name, input, asker, ...rest }) => {
    const may = mayAsk(asker, policies[name]);
    if (may === 'locked') return refused('SESSION_LOCKED');
    if (!may) return refused(asker === null ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    const parsed = operations[name].input.safeParse(input ?? {});
    if (!parsed.success) return refused('INPUT_INVALID', undefined, { errors: fieldErrors(parsed.error) });
    try {
      // The table joins each name with its own input; the compiler cannot follow a name that is known only at run time.
      const handler = handlers[name] as (ask: unknown) => Promise<Result<unknown>>;
      return await handler({ input: parsed.data, asker, ...rest });
    } catch (error) {
      const code = codeOf(error);
      onTrouble({ operation: name, code, error });
      return refused(code);
    }
  };
}

/** What the client is told of something that nobody expected. */
export function codeOf(error: unknown): 'UNAVAILABLE' | 'UNEXPECTED' {
  return isAway(error) ? 'UNAVAILABLE' : 'UNEXPECTED';
}

/** The refusal in a result that is nothing else. */
export function refusalIn(result: Result<never>): Refusal {
  if (result.ok) throw new Error('a refusal was expected');
  return result.error;
}

function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** Failures of a database that is away, starting, or too busy: asking again later will do. */
const awayCodes = /^(08...|57P0.|57014|53...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const awayWords = /timeout exceeded when trying to connect|Connection terminated|database system is/;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return awayCodes.test(code) || awayWords.test(error.message) || isAway(error.cause);
}
