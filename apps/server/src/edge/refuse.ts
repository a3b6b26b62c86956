import {
  type ErrorCode,
  ErrorCode as ErrorCodes,
  errorMeanings,
  type Refusal,
  refused,
} from '@ringdesk/shared';
import type { FastifyError, FastifyReply } from 'fastify';
import { refusalIn } from './dispatch.ts';
import { oauthMembers } from './forms.ts';

/** Sends the refusal as `application/problem+json` (RFC 9457), or for OAuth's address as plain JSON with its own members too. */
export function refuse(reply: FastifyReply, error: Refusal): FastifyReply {
  const { status, sentence, remedy } = errorMeanings[error.code];
  const { errors, ...details } = error.details ?? {};
  const isOAuth = reply.routeOptions.config.isForm === true;
  const { retryAfterSeconds } = details;
  if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', Math.ceil(retryAfterSeconds));
  if (isOAuth && status === 401) void reply.header('www-authenticate', 'Basic realm="Ringdesk"');
  return reply
    .code(status)
    .type(isOAuth ? 'application/json' : 'application/problem+json')
    .header('cache-control', 'no-store')
    .send({
      type: `/docs#${error.code}`,
      title: sentence,
      status,
      detail: error.message === sentence ? `${error.message} ${remedy}` : error.message,
      code: error.code,
      requestId: reply.request.id,
      ...(errors === undefined ? {} : { errors }),
      ...details,
      ...(isOAuth ? oauthMembers(error) : {}),
    });
}

/** The refusal for what the HTTP server itself threw before any operation was asked. */
export function refusalOf(error: Pick<FastifyError, 'statusCode' | 'code'>): Refusal {
  const code = codeOfStatus(error.statusCode ?? 500);
  const errors = code === 'INPUT_INVALID' ? [{ path: '', message: bodyProblem(error.code) }] : undefined;
  return refusalIn(refused(code, undefined, errors && { errors }));
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 429) return 'RATE_LIMITED';
  if (status === 503) return 'UNAVAILABLE';
  const known = ErrorCodes.options.find((code) => errorMeanings[code].status === status && status !== 401);
  if (known !== undefined) return known;
  return status >= 400 && status < 500 ? 'INPUT_INVALID' : 'UNEXPECTED';
}

function bodyProblem(code: string | undefined): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return 'send JSON, with the header Content-Type: application/json';
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'the body is empty; send a JSON object';
  return 'the body is not readable as JSON';
}
