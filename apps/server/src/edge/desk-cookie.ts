import type {} from '@fastify/cookie';
import { errorMeanings, type Result, refused, Session } from '@ringdesk/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';

const maxAgeSeconds = 7 * 24 * 60 * 60;

/** What an operation does to a session, as its contract says. */
type Effect = 'begins' | 'renews' | 'ends' | undefined;

/** The cookie of one request of a browser desk. */
export interface DeskCookie {
  /** The input of the operation, with the token of the cookie where the desk itself has none; a refusal when there is none at all. */
  fill(input: object): Result<object>;
  /** The answer for the desk: its refresh token goes into the cookie and not into the body. */
  keep(result: Result<unknown>): Result<unknown>;
}

/**
 * The refresh token of a browser desk lives in a cookie that no page can read. It is looked at only for a request that says
 * `X-Ringdesk-Desk: browser`: a page of somebody else cannot send that without asking first, which only our origins are granted.
 * A desk that sends its token in the body, as demo windows do, has the next one in the body too.
 */
export function createDeskCookies(publicUrl: string | null) {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const name = isSecure ? '__Host-ringdesk' : 'ringdesk';
  const write = (reply: FastifyReply, value: string, maxAge: number) => {
    const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure, maxAge } as const;
    void reply.header('set-cookie', reply.server.serializeCookie(name, value, options));
  };
  return (effect: Effect, request: FastifyRequest, reply: FastifyReply): DeskCookie | null => {
    if (effect === undefined || request.headers['x-ringdesk-desk'] !== 'browser') return null;
    const kept = request.server.parseCookie(request.headers.cookie ?? '')[name];
    let isKept = effect !== 'renews';
    return {
      fill(input) {
        if (effect !== 'renews' || ('refreshToken' in input && input.refreshToken !== null))
          return { ok: true, value: input };
        isKept = true;
        if (kept === undefined) return refused('UNAUTHENTICATED');
        return { ok: true, value: { ...input, refreshToken: kept } };
      },
      keep(result) {
        if (!isKept) return result;
        const isLost = !result.ok && errorMeanings[result.error.code].status === 401;
        const isOver = result.ok ? effect === 'ends' : effect === 'renews' && isLost;
        if (isOver) write(reply, '', 0);
        if (!result.ok || effect === 'ends') return result;
        const { refreshToken } = Session.parse(result.value);
        if (refreshToken !== null) write(reply, refreshToken, maxAgeSeconds);
        return { ok: true, value: { ...Object(result.value), refreshToken: null } };
      },
    };
  };
}
