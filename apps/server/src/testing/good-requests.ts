import type { CallId, HttpOperationName } from '@ringdesk/shared';
import {
  challengeOf,
  codeOf,
  does,
  freshCode,
  newWish,
  type SignedUp,
  signUpPerson,
  verifyPerson,
} from './account.ts';
import { type HttpRequest, post } from './ask-http.ts';
import { customerRequests } from './customer-requests.ts';
import { jobRequests } from './job-requests.ts';
import { mailedCode } from './mailbox.ts';
import { newSession, patch, someone } from './people.ts';
import { makeClient } from './service-clients.ts';
import { signIn } from './test-desk.ts';
import type { TestServer } from './test-server.ts';

type GoodRequest = () => Promise<readonly [string, HttpRequest]>;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A good request for each operation that has an address; each call of one makes a new one. A new operation does not compile until it stands here. */
export function goodRequests(
  server: TestServer,
  { call, accessToken }: { readonly call: CallId; readonly accessToken: string },
): Record<HttpOperationName, GoodRequest> {
  return {
    ...signingIn(server),
    ...ownAccount(server),
    ...ofAdmins(server),
    ...servicesOf(server),
    ...customerRequests(server),
    ...jobRequests(server),
    'me.read': async () => ['/me', { headers: bearer(accessToken) }],
    'calls.list': async () => ['/calls?status=active&limit=5', { headers: bearer(accessToken) }],
    'call.read': async () => [`/calls/${call}`, { headers: bearer(accessToken) }],
    'call.offers': async () => [`/calls/${call}/offers`, { headers: bearer(accessToken) }],
    'transcript.read': async () => [`/calls/${call}/transcript`, { headers: bearer(accessToken) }],
  };
}

function signingIn(server: TestServer) {
  return {
    'auth.ways': async () => ['/auth/ways', {}],
    'auth.sign-up': async () => ['/auth/sign-up', post(newWish())],
    'auth.verify-email': async () => {
      const wish = newWish();
      const { flow } = await does(server, 'auth.sign-up', { body: wish });
      const code = await mailedCode(server.db, wish.email);
      return ['/auth/verify-email', post({ email: wish.email, code, flow })];
    },
    'auth.resend-code': async () => ['/auth/resend-code', post({ email: newWish().email })],
    'totp.enroll': async () => {
      const enrollToken = await verifyPerson(server, newWish());
      return ['/auth/totp/enroll', post({}, bearer(enrollToken))];
    },
    'totp.confirm': async () => {
      const enrollToken = await verifyPerson(server, newWish());
      const { secret } = await does(server, 'totp.enroll', { bearer: enrollToken });
      return ['/auth/totp/confirm', post({ code: codeOf(server, secret) }, bearer(enrollToken))];
    },
    'auth.sign-in': async () => {
      const { email, password } = await signUpPerson(server);
      return ['/auth/sign-in', post({ email, password })];
    },
    'auth.verify-sign-in': async () => {
      const person = await signUpPerson(server);
      const challengeToken = await challengeOf(server, person);
      const code = await freshCode(server, person.secret);
      return ['/auth/sign-in/verify', post({ code }, bearer(challengeToken))];
    },
    'auth.demo': async () => ['/auth/demo', post({ role: 'rep', name: 'Lee' })],
    'auth.refresh': async () => {
      const { refreshToken } = await signIn(server.url, 'rep');
      return ['/auth/refresh', post({ refreshToken })];
    },
    'password.forgot': async () => ['/auth/password/forgot', post({ email: newWish().email })],
    'password.reset': async () => {
      const { email } = await signUpPerson(server);
      await does(server, 'password.forgot', { body: { email } });
      const code = await mailedCode(server.db, email, 'reset-password');
      return ['/auth/password/reset', post({ email, code, password: 'seven brisk otters swim' })];
    },
  } as const satisfies Partial<Record<HttpOperationName, GoodRequest>>;
}

function ownAccount(server: TestServer) {
  const asked = async (path: string, body: (person: SignedUp) => unknown) => {
    const person = await signUpPerson(server);
    // The code that was shown last counts no more.
    await server.time.advance(30_000);
    return [path, post(body(person), bearer(person.session.accessToken))] as const;
  };
  const code = ({ secret }: SignedUp) => codeOf(server, secret);
  const passwordAndCode = (person: SignedUp) => ({ password: person.password, code: code(person) });
  return {
    'auth.sign-out': () => asked('/auth/sign-out', () => ({})),
    'auth.sign-out-everywhere': () => asked('/auth/sign-out-everywhere', () => ({})),
    'auth.lock': () => asked('/auth/lock', () => ({})),
    'auth.unlock': async () => {
      const [path, request] = await asked('/auth/unlock', (person) => ({ code: code(person) }));
      const token = request.headers?.['authorization']?.slice('Bearer '.length) ?? '';
      await does(server, 'auth.lock', { bearer: token });
      return [path, request];
    },
    'totp.replace': () => asked('/auth/totp/replace', passwordAndCode),
    'recovery-codes.renew': () => asked('/auth/recovery-codes', passwordAndCode),
    'password.change': () =>
      asked('/auth/password/change', ({ password }) => ({
        currentPassword: password,
        password: 'seven brisk otters swim',
      })),
    'sessions.list': async () => {
      const { session } = await someone(server, 'Lister', 'rep');
      return ['/auth/sessions', { headers: bearer(session.accessToken) }];
    },
    'session.end': async () => {
      const { session } = await someone(server, 'Ender', 'rep');
      await newSession(server, session.user);
      const { body } = await fetch(`${server.url}/api/v1/auth/sessions`, {
        headers: bearer(session.accessToken),
      }).then(async (answer) => ({
        body: (await answer.json()) as { items: { id: string; isCurrent: boolean }[] },
      }));
      const other = body.items.find(({ isCurrent }) => !isCurrent);
      return [`/auth/sessions/${other?.id}`, { method: 'DELETE', headers: bearer(session.accessToken) }];
    },
  } as const satisfies Partial<Record<HttpOperationName, GoodRequest>>;
}

function ofAdmins(server: TestServer) {
  const asked = async (path: (id: string) => string, request?: HttpRequest) => {
    const admin = await someone(server, 'Ada Admin', 'admin');
    const { id } = await someone(server, 'Rosa Rep', 'rep');
    const headers = { ...request?.headers, ...bearer(admin.session.accessToken) };
    return [path(id), { ...request, headers }] as const;
  };
  return {
    'users.list': () => asked(() => '/users?limit=3'),
    'user.read': () => asked((id) => `/users/${id}`),
    'user.change': async () => {
      const admin = await someone(server, 'Ada Admin', 'admin');
      const { body } = await admin.ask(`/users/${admin.id}`);
      const request = patch({ version: body.version, name: 'Ada B. Admin' });
      return [
        `/users/${admin.id}`,
        { ...request, headers: { ...request.headers, ...bearer(admin.session.accessToken) } },
      ];
    },
    'user.sessions': () => asked((id) => `/users/${id}/sessions`),
    'user.end-sessions': () => asked((id) => `/users/${id}/end-sessions`, post({})),
    'user.reset-authenticator': async () => {
      const admin = await someone(server, 'Ada Admin', 'admin');
      const { id } = await someone(server, 'Rosa Rep', 'rep');
      const request = post({ code: admin.code() }, bearer(admin.session.accessToken));
      return [`/users/${id}/reset-authenticator`, request];
    },
    'audit.list': () => asked(() => '/audit?limit=3'),
  } as const satisfies Partial<Record<HttpOperationName, GoodRequest>>;
}

function servicesOf(server: TestServer) {
  const asked = async (path: (id: string) => string, request: HttpRequest = {}) => {
    const { accessToken } = await signIn(server.url, 'admin');
    const { id } = await makeClient(server.url, ['read-records']);
    return [path(id), { ...request, headers: { ...request.headers, ...bearer(accessToken) } }] as const;
  };
  return {
    'service-clients.list': () => asked(() => '/service-clients?limit=3'),
    'service-client.create': () =>
      asked(() => '/service-clients', post({ name: 'Bot', scopes: ['read-records'] })),
    'service-client.read': () => asked((id) => `/service-clients/${id}`),
    'service-client.rotate': () => asked((id) => `/service-clients/${id}/rotate`, post({})),
    'service-client.revoke': () => asked((id) => `/service-clients/${id}`, { method: 'DELETE' }),
    'oauth.token': async () => {
      const client = await makeClient(server.url, ['read-records']);
      const credentials = { client_id: client.id, client_secret: client.secret };
      return ['/oauth/token', post({ grant_type: 'client_credentials', ...credentials })];
    },
  } as const satisfies Partial<Record<HttpOperationName, GoodRequest>>;
}
