import type { IncomingHttpHeaders } from 'node:http';

const mostDeviceCharacters = 200;

/** What a device says of itself (RFC 9110, User-Agent), cut to a length and without anything that does not print. */
export function deviceIn(headers: IncomingHttpHeaders): string {
  return (headers['user-agent'] ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, mostDeviceCharacters);
}
