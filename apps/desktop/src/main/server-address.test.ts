import { describe, expect, it } from 'vitest';
import { serverAddress, socketOrigin } from './server-address.ts';

describe('the address of the server', () => {
  it.each([
    ['http://127.0.0.1:4400', 'http://127.0.0.1:4400', 'ws://127.0.0.1:4400'],
    ['http://localhost:4400/', 'http://localhost:4400', 'ws://localhost:4400'],
    ['http://[::1]:4400', 'http://[::1]:4400', 'ws://[::1]:4400'],
    ['https://desk.example.com', 'https://desk.example.com', 'wss://desk.example.com'],
    ['https://desk.example.com:8443', 'https://desk.example.com:8443', 'wss://desk.example.com:8443'],
  ])('%s is one', (text, origin, socket) => {
    const server = serverAddress(text);
    expect(server?.origin).toBe(origin);
    expect(server && socketOrigin(server)).toBe(socket);
  });

  it.each([
    '',
    'desk.example.com',
    'http://desk.example.com',
    'http://192.168.1.5:4400',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'https://name:word@desk.example.com',
    'https://desk.example.com/path',
    'https://desk.example.com/?a=1',
    'https://desk.example.com/#a',
    'ws://127.0.0.1:4400',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://ringdesk',
    "https://desk.example.com; script-src 'unsafe-eval'",
  ])('“%s” is none', (text) => {
    expect(serverAddress(text)).toBeNull();
  });
});
