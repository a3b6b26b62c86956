const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Where the desk's server is, as the app was told; `null` where the text is no origin to be trusted with calls. */
export function serverAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  const isOriginOnly = url.pathname === '/' && url.search === '' && url.hash === '';
  return isPrivate && isOriginOnly && url.username === '' && url.password === '' ? url : null;
}

/** The same server over its socket. */
export function socketOrigin(server: URL): string {
  return `${server.protocol === 'https:' ? 'wss' : 'ws'}://${server.host}`;
}
