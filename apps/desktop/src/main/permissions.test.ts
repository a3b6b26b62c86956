import { expect, it } from 'vitest';
import { mayUse } from './permissions.ts';

it.each(['clipboard-sanitized-write', 'local-network', 'local-network-access', 'loopback-network'])(
  'the desk may use %s, and no other page may',
  (permission) => {
    expect(mayUse(permission, 'app://ringdesk/index.html')).toBe(true);
    expect(mayUse(permission, 'https://evil.example/')).toBe(false);
    expect(mayUse(permission, 'app://ringdesk.example/')).toBe(false);
    expect(mayUse(permission, '')).toBe(false);
  },
);

it.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'usb',
  'hid',
  'serial',
  'midi',
  'midiSysex',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'pointerLock',
  'keyboardLock',
  'openExternal',
  'idle-detection',
  'window-management',
  'storage-access',
  'unknown',
  'a-permission-of-next-year',
])('nobody may use %s', (permission) => {
  expect(mayUse(permission, 'app://ringdesk/index.html')).toBe(false);
});
