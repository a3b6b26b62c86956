import { User } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInPerson, signUpPerson } from '../testing/account.ts';
import { askHttp } from '../testing/ask-http.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the way in', () => {
  test('leads from sign-up over the mailed code and the authenticator to a session, and back in', async () => {
    const person = await signUpPerson(server);
    expect(person.recoveryCodes).toHaveLength(10);
    const session = await signInPerson(server, person);
    const me = await askHttp(server.url, '/api/v1/me', {
      headers: { authorization: `Bearer ${session.accessToken}` },
    });
    expect(User.parse(me.body).email).toBe(person.email);
  });
});
