import { socketOrigin } from './server-address.ts';

/** What the desk's page may load: its own files, and the words of its server. Styles in place are needed by the widgets. */
export function contentPolicy(server: URL): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${server.origin} ${socketOrigin(server)}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
