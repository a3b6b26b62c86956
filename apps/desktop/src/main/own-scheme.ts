import path from 'node:path';

/** The desk's own origin. Nothing else is ever shown in its windows. */
export const scheme = 'app';
const host = 'ringdesk';
export const startPage = `${scheme}://${host}/index.html`;

/** Whether an address is of the desk itself. Look-alikes such as `app://ringdesk.example` are not. */
export function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isBare = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === `${scheme}:` && url.hostname === host && isBare;
}

/**
 * The file that an address of the own scheme means, below `folder`; null where it leads outside, hides something or
 * belongs to somebody else.
 */
export function fileFor(address: string, folder: string): string | null {
  if (!isOwn(address)) return null;
  const name = decoded(new URL(address).pathname);
  if (name === null || /[\\\0:]|\/\.|\/\//.test(name)) return null;
  const file = path.join(folder, name === '/' ? 'index.html' : name);
  return file.startsWith(folder + path.sep) ? file : null;
}

function decoded(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname);
    // Encoded twice is meant to slip past somebody.
    return name.includes('%') ? null : name;
  } catch {
    return null;
  }
}
