import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Peer } from '../app.ts';
import { isLoopback } from '../loopback.ts';

const mostDeviceCharacters = 200;

export type PeerOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => Peer;

/**
 * Tells where a request comes from, the same for both doors. `X-Forwarded-For` counts only as far as trusted proxies (addresses
 * and networks) wrote it: the answer is the last address in front of them. What is forwarded never makes a peer local.
 */
export function createPeerOf(trustedProxies: readonly string[]): PeerOf {
  const trusted = new BlockList();
  for (const one of trustedProxies) {
    const [address = '', bits] = one.split('/');
    if (bits === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(bits), familyOf(address));
  }
  const isTrusted = (address: string) => trusted.check(address, familyOf(address));
  return ({ headers, socket }) => {
    const device = deviceIn(headers['user-agent']);
    const peer = plain(socket.remoteAddress ?? '');
    let address = peer;
    for (const hop of forwardedFor(headers['x-forwarded-for'])) {
      if (isIP(hop) === 0 || isIP(address) === 0 || !isTrusted(address)) break;
      address = hop;
    }
    return { address: isLoopback(address) ? peer : address, device };
  };
}

/** The hops, the nearest first. */
function forwardedFor(header: string | string[] | undefined): string[] {
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return hops.map((hop) => plain(hop.trim())).reverse();
}

/** An IPv4 address as seen through an IPv6 socket is written as itself. */
function plain(address: string): string {
  return address.toLowerCase().startsWith('::ffff:') && isIP(address.slice(7)) === 4
    ? address.slice(7)
    : address;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** What a device says of itself (RFC 9110, User-Agent), cut to a length and without anything that does not print. */
function deviceIn(userAgent: string | undefined): string {
  return (userAgent ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, mostDeviceCharacters);
}
