import { isOwn } from './own-scheme.ts';

/**
 * What the desk's page may do beyond drawing: copy, and reach its server, which Chromium asks about when that is on this
 * machine or in this building. Notifications go through the main process; camera, microphone and the rest are refused.
 */
const granted: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'local-network',
  'local-network-access',
  'loopback-network',
]);

export function mayUse(permission: string, page: string): boolean {
  return granted.has(permission) && isOwn(page);
}
