import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { ErrorCode, errorMeanings, type Refusal, refused } from '@ringdesk/shared';
import type { FastifyError, FastifyReply } from 'fastify';
import { codeOf, refusalIn } from './dispatch.ts';
import { oauthMembers } from './forms.ts';

/** Sends the refusal as `application/problem+json` (RFC 9457), or for OAuth's address as plain JSON with its own members too. */
export function refuse(reply: FastifyReply, error: Refusal): FastifyReply {
  const { status } = errorMeanings[error.code];
  const isOAuth = reply.routeOptions.config.isForm === true;
  const { retryAfterSeconds } = error.details ?? {};
  if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', Math.ceil(retryAfterSeconds));
  if (isOAuth && status === 401) void reply.header('www-authenticate', 'Basic realm="Ringdesk"');
  return reply
    .code(status)
    .type(isOAuth ? 'application/json' : 'application/problem+json')
    .header('cache-control', 'no-store')
    .send({ ...problem(error, reply.request.id), ...(isOAuth ? oauthMembers(error) : {}) });
}

/** Answers what could not be read as HTTP, and closes: where the next message would begin is anybody's guess. */
export function refuseUnread(error: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const refusal = refusalIn(refused(error.code === 'HPE_HEADER_OVERFLOW' ? 'TOO_LARGE' : 'INPUT_INVALID'));
  const body = JSON.stringify(problem(refusal, randomUUID()));
  const head = [
    `HTTP/1.1 ${errorMeanings[refusal.code].status} Refused`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function problem(error: Refusal, requestId: string): object {
  const { status, sentence, remedy } = errorMeanings[error.code];
  const { errors, ...details } = error.details ?? {};
  return {
    type: `/docs#${error.code}`,
    title: sentence,
    status,
    detail: error.message === sentence ? `${error.message} ${remedy}` : error.message,
    code: error.code,
    requestId,
    ...(errors === undefined ? {} : { errors }),
    ...details,
  };
}

/** The refusal for what was thrown before any operation was asked: by the HTTP server, or by a database that is away. */
export function refusalOf(error: FastifyError): Refusal {
  const code = error.statusCode === undefined ? codeOf(error) : codeOfStatus(error.statusCode);
  const errors = code === 'INPUT_INVALID' ? [{ path: '', message: bodyProblem(error.code) }] : undefined;
  return refusalIn(refused(code, undefined, errors && { errors }));
}

function codeOfStatus(status: number): ErrorCode {
  const known = ErrorCode.options.find((code) => errorMeanings[code].status === status && status !== 401);
  if (known !== undefined) return known;
  return status >= 400 && status < 500 ? 'INPUT_INVALID' : 'UNEXPECTED';
}

function bodyProblem(code: string | undefined): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return 'send JSON, with the header Content-Type: application/json';
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'the body is empty; send a JSON object';
  return 'the body is not readable as JSON';
}
