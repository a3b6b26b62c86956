import { expect, it } from 'vitest';
import { contentPolicy } from './content-policy.ts';

it('lets the page load its own files and speak to its server, over both doors', () => {
  expect(contentPolicy(new URL('http://127.0.0.1:4400'))).toBe(
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self' http://127.0.0.1:4400 ws://127.0.0.1:4400; object-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'",
  );
});

it('uses the encrypted socket of an encrypted server', () => {
  const policy = contentPolicy(new URL('https://desk.example.com'));
  expect(policy).toContain("connect-src 'self' https://desk.example.com wss://desk.example.com;");
});

it('never lets a text run as a program', () => {
  const scripts = /script-src ([^;]*)/.exec(contentPolicy(new URL('https://desk.example.com')))?.[1];
  expect(scripts).toBe("'self'");
});
