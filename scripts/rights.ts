// node scripts/rights.ts   writes docs/rights.md from the contract and its policies
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type RightsRow, rightsTable, standings } from '../packages/shared/src/rights-table.ts';
import { root, say } from './say.ts';

export const page = path.join(root, 'docs/rights.md');

const signs = { true: '✓', false: '–', locked: 'unlock' } as const;

/** What a role does not decide; the handlers do, and tests hold them to it. */
const beyondRoles = [
  '`user.read`, `user.change`: everybody for themselves, and there only the name; admins for everybody. Somebody else is as if absent.',
  '`session.end`, `sessions.list` and everything below `/auth` that is for those signed in: the own account and its sessions only.',
  '`call.decline`, `call.release`, `call.end`, `call.wrap-up`, `call.note`: the rep who holds the call or is being asked.',
  '`user.reset-authenticator`, `totp.replace`, `recovery-codes.renew`, `auth.unlock`: only with a code that is shown right now.',
  'Operations for holders of a step token: the token names the one person and the one step it is for.',
];

/** The page about rights, from the same sentences that the dispatcher asks. */
export function rightsPage(): string {
  return `# Who may ask for what

Written by \`node scripts/rights.ts\` from the contract and the policies in \`packages/shared/src\`; a test compares this page
with them, and another asks every operation at both doors as everybody below.

✓ may ask, – may not (401 for strangers, 403 for others), unlock: after unlocking (423), step: whoever holds the step token
for it. The last columns are the scopes of service clients, and an admin whose desk is locked. Sockets are for people at
unlocked desks. A right is looked up at each question, as of now: a role that was taken away does not outlive the answer.

| operation | asked at | for | ${standings.map(({ name }) => name).join(' | ')} |
|---|---|---|${standings.map(() => ':-:').join('|')}|
${rightsTable().map(line).join('\n')}

## What the role does not decide

${beyondRoles.map((rule) => `- ${rule}`).join('\n')}
`;
}

function line({ name, doors, right, may }: RightsRow): string {
  const isByStep = right === 'holders of a step token';
  const cells = may.map((it) => (isByStep ? 'step' : signs[`${it}`]));
  return `| \`${name}\` | ${doors.join(', ')} | ${right} | ${cells.join(' | ')} |`;
}

if (import.meta.main) {
  writeFileSync(page, rightsPage());
  say(`Wrote ${path.relative(root, page)}.`);
}
