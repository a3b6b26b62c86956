import { describe, expect, it } from 'vitest';
import { mayOpenOutside, mayShow } from './links.ts';

const server = new URL('https://api.good.com');

/** What a caller, a file name or a server might put into a link. */
const hostile = [
  'http://api.good.com/docs',
  'https://api.good.com.evil.example/',
  'https://evil.example/https://api.good.com',
  'https://api.good.com@evil.example/',
  'https://rep:word@api.good.com/',
  'https://api.good.com:8443/',
  'https://xapi.good.com/',
  'https://good.com/',
  'file:///etc/passwd',
  'file://server/share/run.exe',
  '\\\\server\\share\\run.exe',
  '//server/share',
  'smb://server/share',
  'ms-msdt:/id PCWDiagnostic',
  'ms-officecmd:{}',
  'ms-settings:privacy',
  'search-ms:query=x',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  '\tjava\nscript:alert(1)',
  ' https://api.good.com/docs',
  'https:\\\\api.good.com\\docs',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'mailto:rep@good.com',
  'tel:+14155550100',
  'ssh://api.good.com',
  'ftp://api.good.com/',
  'ws://api.good.com/',
  'blob:https://api.good.com/1',
  'view-source:https://api.good.com/',
  'chrome://settings',
  'about:blank',
  'app://ringdesk/index.html',
  'steam://run/1',
  '',
];

describe('links that leave the desk', () => {
  it.each(['https://api.good.com/', 'https://api.good.com/docs#calls', 'HTTPS://API.GOOD.COM/docs'])(
    '%s is a page of our own server',
    (address) => expect(mayOpenOutside(address, server)).toBe(true),
  );

  it.each(hostile)('“%s” is opened by nobody', (address) => {
    expect(mayOpenOutside(address, server)).toBe(false);
  });

  it('nothing is opened while the server is on this machine', () => {
    expect(mayOpenOutside('http://127.0.0.1:4400/docs', new URL('http://127.0.0.1:4400'))).toBe(false);
  });
});

describe('pages in the window', () => {
  it.each(['app://ringdesk/index.html', 'app://ringdesk/index.html?x#/calls'])('%s may be shown', (address) =>
    expect(mayShow(address)).toBe(true),
  );

  it.each([
    ...hostile.filter((it) => !it.startsWith('app://ringdesk/index.html')),
    'https://api.good.com/',
    'app://ringdesk/other.html',
    'app://ringdesk.example/index.html',
  ])('“%s” may not', (address) => expect(mayShow(address)).toBe(false));
});
