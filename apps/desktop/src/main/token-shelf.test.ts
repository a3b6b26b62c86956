import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeVault } from './testing/fake-electron.ts';
import { type TokenShelf, tokenShelf } from './token-shelf.ts';

const server = new URL('https://desk.example.com');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-shelf-'));
  file = path.join(folder, 'session.bin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function shelf(over: { readonly server?: URL; readonly hasKeychain?: boolean } = {}): TokenShelf {
  const vault = fakeVault(over.hasKeychain ?? true);
  return tokenShelf({ folder, server: over.server ?? server, vault, platform: 'linux' });
}

describe('where the app keeps who is signed in', () => {
  it('is a file that only this user can read, and that holds no token in clear', () => {
    shelf().keep('refresh-token-of-dana');
    expect(shelf().read()).toBe('refresh-token-of-dana');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('refresh-token')).toBe(false);
    expect(readdirSync(folder)).toEqual(['session.bin']);
  });

  it('is read again by the next start, until it is forgotten', () => {
    shelf().keep('first');
    shelf().keep('second');
    expect(shelf().read()).toBe('second');
    shelf().forget();
    expect(shelf().read()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(() => shelf().forget()).not.toThrow();
  });

  it('is for one server only', () => {
    shelf().keep('token');
    expect(shelf({ server: new URL('https://other.example.com') }).read()).toBeNull();
  });

  it('is nobody where there is no file', () => {
    expect(shelf().read()).toBeNull();
  });

  it.each([
    ['damaged', Buffer.from('sealed with something else')],
    ['empty', Buffer.alloc(0)],
    ['of another machine', Buffer.from('v10 abc')],
    ['no longer understood', fakeVault(true).encryptString('{"token":"x"}')],
    ['not even JSON', fakeVault(true).encryptString('x')],
  ])('is nobody where the file is %s', (_how, content) => {
    writeFileSync(file, content);
    expect(shelf().read()).toBeNull();
  });

  it('is never a file where the system has no keychain, and says so', () => {
    const open = shelf({ hasKeychain: false });
    open.keep('token');
    expect(open.isSafe()).toBe(false);
    expect(open.read()).toBeNull();
    expect(existsSync(file)).toBe(false);
    expect(shelf().isSafe()).toBe(true);
  });

  it('lets a spent token go when the new one cannot be written', () => {
    shelf().keep('spent');
    // A folder in the way of the new file is a disk that refuses.
    mkdirSync(`${file}.new`);
    expect(() => shelf().keep('new')).not.toThrow();
    expect(shelf().read()).toBeNull();
  });
});
