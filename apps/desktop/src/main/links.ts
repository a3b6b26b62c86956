import { isOwn, startPage } from './own-scheme.ts';

/** The page may load itself again; it never becomes another page. */
export function mayShow(address: string): boolean {
  return isOwn(address) && new URL(address).pathname === new URL(startPage).pathname;
}

/**
 * Whether an address may be handed to the browser of the person: https pages of the desk's own server, and of no one
 * else. What callers say and what files are called never decides.
 */
export function mayOpenOutside(address: string, server: URL): boolean {
  if (/[\s\\]/.test(address) || !URL.canParse(address)) return false;
  const url = new URL(address);
  const isBare = url.username === '' && url.password === '';
  return url.protocol === 'https:' && url.origin === server.origin && isBare;
}
