import type { Breakage } from './planted-copy.ts';

const server = 'apps/server/src';

/** Of accounts and sessions. */
export const accountsBreakages: readonly Breakage[] = [
  {
    name: 'a token of another kind that passes for an access token',
    file: `${server}/auth/tokens.ts`,
    find: '        typ: kind.typ,\n',
    replace: '',
    test: 'src/auth/tokens.test.ts',
  },
  {
    name: 'a token that chooses its own algorithm and kind',
    file: `${server}/auth/tokens.ts`,
    find: '        algorithms: [algorithm],\n        typ: kind.typ,\n',
    replace: '',
    test: 'src/auth/forged-tokens.test.ts',
  },
  {
    name: 'a token whose session is not looked up',
    file: `${server}/auth/authenticate.ts`,
    find: '    if (session?.userId !== verified.userId) return null;\n',
    replace:
      "    if (session?.userId !== verified.userId) return { ...verified, kind: 'person', isLocked: false };\n",
    test: 'src/auth/forged-tokens.test.ts',
  },
  {
    name: 'a handshake that trusts the signature alone',
    file: `${server}/server.ts`,
    find: '    authenticate: authenticate.person,\n',
    replace: `    authenticate: async (token) => {
      const signed = await tokens.verify(token, clock.nowMs());
      return signed && { ...signed, kind: 'person', isLocked: false };
    },
`,
    test: 'src/auth/forged-tokens.test.ts',
  },
  {
    name: 'sessions that nobody ends at open desks',
    file: `${server}/edge/end-dead-sessions.ts`,
    find: '  if (sockets.length === 0) return;\n',
    replace: '  if (sockets.length >= 0) return;\n',
    test: 'src/users/felt-at-desks.test.ts',
  },
  {
    name: 'a session that is not looked up',
    file: `${server}/edge/end-dead-sessions.ts`,
    find: "    if (fate === undefined) endDesk(socket, 'signed-out');\n    else if (fate.over",
    replace: '    if (fate === undefined) continue;\n    else if (fate.over',
    test: 'src/edge/end-dead-sessions.test.ts',
  },
  {
    name: 'a service client that was revoked and goes on',
    file: `${server}/service-clients/store.ts`,
    find: `id = \${id} AND revoked_at IS NULL AND (secret_version`,
    replace: `id = \${id} AND (secret_version`,
    test: 'src/service-clients/oauth-token.test.ts',
  },
  {
    name: 'a refresh token that works again and again',
    file: `${server}/auth/sessions.store.ts`,
    find: `t.hash = \${oldHash} AND t.spent_at IS NULL AND`,
    replace: `t.hash = \${oldHash} AND`,
    test: 'src/auth/refresh-session.test.ts',
  },
  {
    name: 'a reused refresh token that ends nothing',
    file: `${server}/auth/refresh-session.ts`,
    find: '  await endReused(app, spent, from);\n',
    replace: '',
    test: 'src/auth/refresh-session.test.ts',
  },
  {
    name: 'a last admin who is looked for without holding the others',
    file: `${server}/users/store.ts`,
    find: ' ORDER BY id FOR NO KEY UPDATE',
    replace: ' ORDER BY id',
    test: 'src/users/last-admin.test.ts',
  },
  {
    name: 'a cookie that is read for whoever comes',
    file: `${server}/edge/desk-cookie.ts`,
    find: "effect === undefined || request.headers['x-ringdesk-desk'] !== 'browser'",
    replace: 'effect === undefined',
    test: 'src/edge/desk-cookie.test.ts',
  },
  {
    name: 'an authenticator without a memory of its steps',
    file: `${server}/auth/factors.store.ts`,
    find: ` AND (totp_last_step IS NULL OR totp_last_step < \${step})`,
    replace: '',
    test: 'src/auth/second-factor.test.ts',
  },
  {
    name: 'a brake that counts after it judged',
    file: `${server}/auth/brakes.store.ts`,
    find: 'export async function takeTry(db: Rows, { key, most, seconds, memorySeconds }: Brake): Promise<Try> {\n',
    replace: `export async function takeTry(db: Rows, brake: Brake): Promise<Try> {
  const [before] = await db.rows<{ tries: number }>(sql\`SELECT tries FROM brakes WHERE key = \${brake.key} AND ends_at > desk_now()\`);
  setTimeout(() => void countTry(db, brake), 50);
  const tries = (before?.tries ?? 0) + 1;
  return { isAllowed: tries <= brake.most, tries, retryAfterSeconds: brake.seconds };
}
async function countTry(db: Rows, { key, most, seconds, memorySeconds }: Brake): Promise<Try> {
`,
    test: 'src/service-clients/oauth-token.test.ts',
  },
  {
    name: 'a mailed code that fits another flow',
    file: `${server}/auth/codes.store.ts`,
    find: `(\${flow ?? null}::text IS NULL OR id = \${flow ?? null})`,
    replace: `(\${flow ?? null}::text IS NULL OR id <> '')`,
    test: 'src/auth/sign-up.test.ts',
  },
];
