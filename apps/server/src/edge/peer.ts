import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { createNetworks, isLoopback, plainAddress } from '../addresses.ts';
import type { Peer } from '../app.ts';

export type PeerOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => Peer;

/**
 * Tells where a request comes from, the same for both doors. `X-Forwarded-For` counts only as far as trusted proxies (addresses
 * and networks) wrote it: the answer is the last address in front of them. What is forwarded never makes a peer local.
 */
export function createPeerOf(trustedProxies: readonly string[]): PeerOf {
  const isTrusted = createNetworks(trustedProxies);
  return ({ headers, socket }) => {
    const peer = plainAddress(socket.remoteAddress ?? '');
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    let address = peer;
    for (const hop of hops.map((one) => plainAddress(one.trim())).reverse()) {
      if (isIP(hop) === 0 || !isTrusted(address)) break;
      address = hop;
    }
    return {
      address: isLoopback(address) ? peer : address,
      device: deviceIn(headers['user-agent']),
      isForwarded: headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined,
    };
  };
}

/** What a device says of itself (RFC 9110, User-Agent), cut to a length and without anything that does not print. */
function deviceIn(userAgent = ''): string {
  return userAgent.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200);
}
