import Bowser from 'bowser';

/** What a device is in a few words, from what it says of itself: `Chrome on Windows`, `Ringdesk on macOS`, `curl`. */
export function deviceName(userAgent: string): string {
  if (userAgent === '') return 'an unknown device';
  const { browser, os } = Bowser.parse(userAgent);
  // The desktop app is Electron, which speaks as the browser it is made of.
  const program = /\b(Ringdesk|Electron)\//.test(userAgent) ? 'Ringdesk' : (browser.name ?? '');
  const named = program === '' ? (/^[\w.-]{1,40}/.exec(userAgent)?.[0] ?? 'an unknown device') : program;
  return os.name === undefined || os.name === '' ? named : `${named} on ${os.name}`;
}
