import { ServiceClientId } from '@ringdesk/shared';
import { expect, it } from 'vitest';
import { curlFor } from './curl.ts';

it('the command that proves a new secret asks this very server for a token', () => {
  const client = { id: ServiceClientId.parse('svc_0000bridge') };
  const command = curlFor(client, 'abc123', 'https://desk.example.com');
  expect(command.split(' \\\n  ')).toEqual([
    'curl https://desk.example.com/oauth/token',
    '--data grant_type=client_credentials',
    '--data client_id=svc_0000bridge',
    '--data client_secret=abc123',
  ]);
});
