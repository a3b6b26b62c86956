import { BlockList, isIP } from 'node:net';
import type { Peer } from './app.ts';

/** Addresses of this machine: 127.0.0.0/8 and ::1 (RFC 6890), also as seen through an IPv6 socket. */
export function isLoopback(address: string): boolean {
  const plain = plainAddress(address);
  return isIP(plain) === 4 ? plain.startsWith('127.') : plain === '::1';
}

/** Whether somebody asks from this machine itself: a proxy on it speaks for others. */
export function isHere({ address, isForwarded }: Pick<Peer, 'address' | 'isForwarded'>): boolean {
  return isLoopback(address) && isForwarded !== true;
}

/** An IPv4 address as it is seen through an IPv6 socket, written as itself; anything else as it is. */
export function plainAddress(address: string): string {
  const isMapped = address.toLowerCase().startsWith('::ffff:') && isIP(address.slice(7)) === 4;
  return isMapped ? address.slice(7) : address;
}

/** Whether an address is among these addresses and networks (`10.0.0.7`, `fd00::/8`); what is no address never is. */
export function createNetworks(all: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const one of all) {
    const [address = '', bits] = one.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
