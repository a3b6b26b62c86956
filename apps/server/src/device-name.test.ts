import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Ringdesk/0.1.0 Chrome/140.0.0.0 Electron/45.0.0 Safari/537.36`,
    'Ringdesk on macOS',
  ],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Electron/45.0.0 Safari/537.36`,
    'Ringdesk on Linux',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  ['curl/8.5.0', 'curl'],
  ['node', 'node'],
  ['', 'an unknown device'],
  ['<script>alert(1)</script>', 'an unknown device'],
  ['constructor', 'constructor'],
  ['('.repeat(200), 'an unknown device'],
])('a device that says "%s" is %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
