import { z } from 'zod';

/** The closed list of refusals. Each code has its status, sentence and alert in the total tables below. */
export const ErrorCode = z.enum([
  'CALL_TAKEN',
  'CALL_ENDED',
  'CALL_UNKNOWN',
  'CALL_ACTIVE',
  'OFFER_EXPIRED',
  'OFFERED_ELSEWHERE',
  'REP_BUSY',
  'NOT_YOURS',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'SESSION_REUSED',
  'SESSION_LOCKED',
  'CODE_WRONG',
  'ADMIN_LAST',
  'INPUT_INVALID',
  'NOT_FOUND',
  'METHOD_UNKNOWN',
  'STALE',
  'JOB_OVERLAPS',
  'JOB_STATUS_BARRED',
  'CUSTOMER_UNLINKED',
  'CUSTOMER_ARCHIVED',
  'ADDRESS_IN_USE',
  'IDEMPOTENCY_MISMATCH',
  'RATE_LIMITED',
  'TOO_LARGE',
  'CONTRACT_OUTDATED',
  'UNAVAILABLE',
  'UNEXPECTED',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

interface ErrorMeaning {
  /** HTTP status of the answer (RFC 9110). */
  readonly status: number;
  /** One sentence for a person, with no blame in it. */
  readonly sentence: string;
  /** What to do now. */
  readonly remedy: string;
  /** Whether operators should hear of it: `none` is daily life, `watch` is a rate to look at, `page` is a fault. */
  readonly alert: 'none' | 'watch' | 'page';
}

/** What each code means, for HTTP, for people and for operators; total, so a new code does not compile until told here. */
export const errorMeanings: Readonly<Record<ErrorCode, ErrorMeaning>> = {
  CALL_TAKEN: say(409, 'Another rep took this call a moment ago.', 'Take the next call in the queue.'),
  CALL_ENDED: say(409, 'This call is over.', 'Open it from the call history to read it.'),
  CALL_UNKNOWN: say(404, 'There is no such call.', 'Check the id of the call.'),
  CALL_ACTIVE: say(409, 'The caller is still on the line.', 'End the call first.'),
  OFFER_EXPIRED: say(
    409,
    'This offer is no longer open.',
    'Wait for the next one, or take a call from the queue.',
  ),
  OFFERED_ELSEWHERE: say(
    409,
    'This call is ringing for another rep.',
    'Take a call that nobody is being asked for.',
  ),
  REP_BUSY: say(409, 'You are on a call.', 'End or release it before you take another.'),
  NOT_YOURS: say(403, 'This call is not yours.', 'Only the rep who holds the call may do this.'),
  FORBIDDEN: watched(say(403, 'Your role does not allow this.', 'Ask a supervisor or an admin.')),
  UNAUTHENTICATED: watched(say(401, 'You are not signed in, or the session has ended.', 'Sign in again.')),
  SESSION_REUSED: watched(say(401, 'This session was used twice and has been ended.', 'Sign in again.')),
  SESSION_LOCKED: say(423, 'This desk is locked.', 'Unlock it with the code of your authenticator.'),
  CODE_WRONG: watched(
    say(
      401,
      'This code is not right, or it is no longer valid.',
      'Type the newest code, or ask for a new one.',
    ),
  ),
  ADMIN_LAST: say(409, 'This is the last admin.', 'Make somebody else an admin first.'),
  INPUT_INVALID: say(
    400,
    'Something in the request is not as expected.',
    'Correct the fields named in the errors.',
  ),
  NOT_FOUND: say(404, 'There is nothing here.', 'Check the address.'),
  METHOD_UNKNOWN: say(405, 'This address does not take that method.', 'See the list of operations at /docs.'),
  STALE: say(409, 'It was changed in the meantime.', 'Read it again, then repeat the change.'),
  JOB_OVERLAPS: say(
    409,
    'This customer has another job in that time.',
    'Choose a time that is free; the jobs in the way are named in `conflicts`.',
  ),
  JOB_STATUS_BARRED: say(
    409,
    'A job of this status cannot become that.',
    'See `allowed` for what it may become.',
  ),
  CUSTOMER_UNLINKED: say(409, 'No customer is linked to this call.', 'Link the customer first.'),
  CUSTOMER_ARCHIVED: say(409, 'This customer is archived.', 'Restore the customer first.'),
  ADDRESS_IN_USE: say(409, 'A job uses this address.', 'Give the job another address first.'),
  IDEMPOTENCY_MISMATCH: say(
    422,
    'This Idempotency-Key was used for another request.',
    'Send a new key with a new request.',
  ),
  RATE_LIMITED: watched(say(429, 'Too many tries in a short time.', 'Wait a little, then try again.')),
  TOO_LARGE: say(413, 'The request is too large.', 'Send less at once.'),
  CONTRACT_OUTDATED: say(
    426,
    'This desk and the server speak different versions.',
    'Reload the desk or update the app.',
  ),
  UNAVAILABLE: paged(
    say(503, 'The server cannot answer right now.', 'Nothing is lost; try again in a moment.'),
  ),
  UNEXPECTED: paged(
    say(500, 'Something went wrong on our side.', 'Try again; if it stays, name the request id.'),
  ),
};

function say(status: number, sentence: string, remedy: string): ErrorMeaning {
  return { status, sentence, remedy, alert: 'none' };
}

/** A rate that operators look at. */
function watched(meaning: ErrorMeaning): ErrorMeaning {
  return { ...meaning, alert: 'watch' };
}

/** A fault that operators are called for. */
function paged(meaning: ErrorMeaning): ErrorMeaning {
  return { ...meaning, alert: 'page' };
}
