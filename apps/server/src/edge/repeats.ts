import { createHash } from 'node:crypto';
import {
  type ErrorCode,
  mayAsk,
  type Operation,
  type OperationName,
  operations,
  policies,
  type Result,
  refused,
} from '@ringdesk/shared';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../app.ts';

/** Answers a question once: `mismatch` when its key was used for another. */
export type AnswerOnce = (
  question: { readonly asker: string; readonly key: string; readonly request: string },
  ask: {
    readonly answer: () => Promise<Result<unknown>>;
    readonly isKept: (answer: Result<unknown>) => boolean;
  },
) => Promise<{ readonly answer: Result<unknown> } | 'mismatch'>;

const header = 'idempotency-key';
const keyShape = /^[\x21-\x7e]{1,255}$/;
/** Nothing that is asked here goes as deep as this. */
const deepest = 32;
/** What may come out otherwise next time, with the same question: it is not kept. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAVAILABLE',
  'UNEXPECTED',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'SESSION_LOCKED',
]);

interface Repeatable {
  /** What is asked: the same body elsewhere is another question. */
  readonly name: string;
  readonly request: FastifyRequest;
  readonly input: object;
  readonly asker: Asker | null;
}

/**
 * Honours `Idempotency-Key` on POST (draft-ietf-httpapi-idempotency-key-header): the same key and body get the same answer
 * for a day, another body is refused. Strangers have no keys; what begins or ends a session, and what somebody may not ask
 * (any more), is never answered from memory.
 */
export function withRepeats(once: AnswerOnce) {
  const repeats = repeatable(once, (result) => result.ok || !passing.has(result.error.code));
  return async (
    question: Repeatable & { readonly name: OperationName },
    answer: () => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> => {
    const { http }: Operation = operations[question.name];
    const isRemembered =
      http?.session === undefined && mayAsk(question.asker, policies[question.name]) === true;
    return isRemembered ? repeats(question, answer) : answer();
  };
}

/** The same for what is no operation; `isKept` says which answers are remembered, and what they did with them. */
export function repeatable(once: AnswerOnce, isKept: (result: Result<unknown>) => boolean) {
  return async (
    { name, request, input, asker }: Repeatable,
    answer: () => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> => {
    const key = request.headers[header];
    if (key === undefined || request.method !== 'POST' || asker === null) return answer();
    if (typeof key !== 'string' || !keyShape.test(key)) {
      const errors = [
        { path: 'Idempotency-Key', message: 'send 1 to 255 visible characters, such as a UUID' },
      ];
      return refused('INPUT_INVALID', undefined, { errors });
    }
    if (isDeeper(input, deepest))
      return refused('INPUT_INVALID', undefined, {
        errors: [{ path: '', message: 'the body has more within each other than anything here takes' }],
      });
    const question = {
      asker: asker.kind === 'person' ? asker.userId : asker.clientId,
      key,
      request: digest(name, input),
    };
    const known = await once(question, { answer, isKept });
    return known === 'mismatch' ? refused('IDEMPOTENCY_MISMATCH') : known.answer;
  };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}

/** The same for the same fields in any order. */
function digest(name: string, input: object): string {
  const sorted = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(`${name}\n${sorted}`).digest('base64url');
}
