import { describe, expect, it } from 'vitest';
import { readConfig, type Surroundings } from './config.ts';

function read(some: Partial<Surroundings>) {
  return readConfig({ argv: ['/opt/Ringdesk/ringdesk'], env: {}, isPackaged: true, ...some });
}

describe('what the app is told when it starts', () => {
  it.each<[string, Partial<Surroundings>, string]>([
    ['nothing: the server of this machine', {}, 'http://127.0.0.1:4400'],
    ['an empty variable', { env: { RINGDESK_URL: '' } }, 'http://127.0.0.1:4400'],
    ['the variable', { env: { RINGDESK_URL: 'https://desk.example.com' } }, 'https://desk.example.com'],
    [
      'the argument before the variable',
      {
        argv: ['ringdesk', '--ringdesk-url=http://127.0.0.1:5000'],
        env: { RINGDESK_URL: 'https://x.example' },
      },
      'http://127.0.0.1:5000',
    ],
  ])('%s', (_what, some, origin) => {
    const config = read(some);
    expect('server' in config && config.server.origin).toBe(origin);
  });

  it('an address that is none stops the start, with an example', () => {
    expect(read({ env: { RINGDESK_URL: 'desk' } })).toEqual({
      problem: 'RINGDESK_URL is “desk”. It should be an origin such as https://desk.example.com.',
    });
  });
});

describe('switches that open the app to others', () => {
  const dangerous = [
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--inspect-port=9229',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--REMOTE-DEBUGGING-PORT=9222',
    '--remote-allow-origins=*',
    '--js-flags=--expose-gc',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--renderer-cmd-prefix=/tmp/x',
    '--host-resolver-rules=MAP * 10.0.0.1',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=x',
  ];

  it.each(dangerous)('%s stops an installed app', (argument) => {
    expect(read({ argv: ['ringdesk', argument] })).toEqual({
      problem: `Ringdesk does not start with ${argument}. Start it without.`,
    });
  });

  it.each(dangerous)('%s is a tool while the app is being built', (argument) => {
    expect(read({ argv: ['electron', '.', argument], isPackaged: false })).toHaveProperty('server');
  });

  it.each(['--inspected', '--lang=de', '--force-device-scale-factor=1.25', 'inspect'])(
    '%s is harmless',
    (argument) => {
      expect(read({ argv: ['ringdesk', argument] })).toHaveProperty('server');
    },
  );
});
