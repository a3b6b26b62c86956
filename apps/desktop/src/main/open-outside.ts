import { shell } from 'electron';
import { mayOpenOutside } from './links.ts';

/** The only way from the desk to another program of the machine. What is not on the list is dropped without a word. */
export function openOutside(address: string, server: URL): void {
  // A machine without a browser is no reason to stop the desk.
  if (mayOpenOutside(address, server)) shell.openExternal(address).catch(() => undefined);
}
