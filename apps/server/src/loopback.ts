import { isIP } from 'node:net';

/** Addresses of this machine: 127.0.0.0/8 and ::1 (RFC 6890), also as seen through an IPv6 socket. */
export function isLoopback(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  if (isIP(plain) === 4) return plain.startsWith('127.');
  return plain === '::1';
}
