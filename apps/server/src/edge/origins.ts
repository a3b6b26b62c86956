import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** The pages of the desktop app, which come from the app itself and not from this server. */
const appOrigin = 'app://ringdesk';
/** Names that mean this machine everywhere (RFC 6761). */
const localName = /^([^.]+\.)*localhost$/;

/** Why a request is not let in at all, as a sentence for its sender; null lets it in. */
export type Origins = (headers: IncomingHttpHeaders) => string | null;

/**
 * The one rule about where pages may ask from, for HTTP and for the socket's handshake. A program sends no `Origin` and is let
 * in, since nothing is ambient here: whoever asks brings a token. A page must be one of ours. Without a public address a page
 * is ours when it was loaded under the very host it asks, and that host is this machine by address or by name: a foreign
 * name that somebody made lead here (DNS rebinding) is refused, whatever else the request says.
 */
export function createOrigins({ host, publicUrl }: { host: string; publicUrl: string | null }): Origins {
  const machine = hostname().toLowerCase();
  const names = new Set([host.toLowerCase(), machine, `${machine}.local`]);
  const isThisMachine = (name: string) =>
    isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0 || localName.test(name) || names.has(name);
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin;
  return ({ origin, host: asked = '' }) => {
    const at = asked.toLowerCase();
    if (publicOrigin === null && at !== '' && !isThisMachine(at.replace(/:\d*$/, '')))
      return 'This desk does not know itself by that name. Ask it by its address, or set PUBLIC_URL.';
    if (origin === undefined || origin === appOrigin) return null;
    const isOwn =
      publicOrigin === null
        ? at !== '' && (origin === `http://${at}` || origin === `https://${at}`)
        : origin === publicOrigin;
    return isOwn ? null : 'Pages of other places may not ask this desk.';
  };
}
