import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFor, isOwn, startPage } from './own-scheme.ts';

const folder = path.resolve('/opt/ringdesk/out/renderer');

describe('the own scheme', () => {
  it.each([
    [startPage, 'index.html'],
    ['app://ringdesk/', 'index.html'],
    ['app://ringdesk/index.html?a=1#/calls', 'index.html'],
    ['app://ringdesk/assets/main-B1.js', 'assets/main-B1.js'],
    ['app://ringdesk/assets/with%20space.css', 'assets/with space.css'],
    // The URL itself resolves these before anybody looks for a file.
    ['app://ringdesk/assets/../index.html', 'index.html'],
    ['app://ringdesk/../../../etc/passwd', 'etc/passwd'],
    ['app://ringdesk/%2e%2e/%2E%2E/etc/passwd', 'etc/passwd'],
  ])('%s is the file %s', (address, file) => {
    expect(fileFor(address, folder)).toBe(path.join(folder, file));
  });

  it.each([
    'app://ringdesk/..%2f..%2fetc/passwd',
    'app://ringdesk/..%5c..%5cwindows/system.ini',
    'app://ringdesk/assets/..%2F..%2F..%2Fmain/index.js',
    'app://ringdesk/%252e%252e/%252e%252e/etc/passwd',
    'app://ringdesk/..%252fmain/index.js',
    'app://ringdesk/..\\..\\main\\index.js',
    'app://ringdesk//etc/passwd',
    'app://ringdesk/%2fetc/passwd',
    'app://ringdesk/C:/windows/system.ini',
    'app://ringdesk/index.html%00.js',
    'app://ringdesk/.env',
    'app://ringdesk/assets/.git/config',
    'app://ringdesk/%c0%ae%c0%ae/main',
    'app://ringdesk/%',
    'app://other/index.html',
    'app:///etc/passwd',
    'app://ringdesk@evil.example/index.html',
    'app://evil.example:80/ringdesk',
    'file:///etc/passwd',
    'https://ringdesk/index.html',
    '/etc/passwd',
  ])('%s is no file', (address) => {
    expect(fileFor(address, folder)).toBeNull();
  });

  it.each([
    ['app://ringdesk', true],
    ['app://ringdesk/', true],
    ['app://ringdesk/index.html#x', true],
    ['app://ringdesk.example/', false],
    ['app://ringdesk:8080/', false],
    ['app://rep@ringdesk/', false],
    ['app://xringdesk/', false],
    ['apps://ringdesk/', false],
    ['https://ringdesk/', false],
    ['app:ringdesk', false],
    ['null', false],
    ['', false],
  ])('%s is the desk: %s', (address, isDesk) => {
    expect(isOwn(address)).toBe(isDesk);
  });
});
