import type { Scope } from '@ringdesk/shared';

const scopes: Readonly<Record<Scope, { readonly label: string; readonly hint: string }>> = {
  'request-assistance': {
    label: 'Ask people for help',
    hint: 'Sends assistance requests, and reads what became of them.',
  },
  'ingest-calls': {
    label: 'Bring calls in',
    hint: 'Tells the desk of callers and of what they say, and hangs up.',
  },
  'read-records': { label: 'Read records', hint: 'Calls with their words, customers and jobs.' },
  'write-records': { label: 'Change records', hint: 'Makes and changes customers and jobs.' },
};

/** What is said of programs that speak to the server. */
export const clientMessages = {
  title: 'Service clients',
  about:
    'Programs that speak to this server by themselves. Each has an id, a secret, and only the rights you give it.',
  list: 'Service clients',
  create: 'New service client',
  name: 'Name',
  nameHint: 'What program it is, such as “Phone bridge, Denver”.',
  namePlaceholder: 'Phone bridge',
  scopes,
  scopesTitle: 'What it may do',
  scopesMissing: 'Pick at least one thing it may do.',
  nameMissing: 'Type a name, at most 80 letters.',
  createIt: 'Make it',
  client: 'Client',
  mayDo: 'May',
  lastUsed: 'Last used',
  made: 'Made',
  never: 'never',
  state: 'State',
  works: 'Works',
  twoSecrets: 'Two secrets',
  twoSecretsUntil: (time: string) => `The secret before the last one works until ${time}.`,
  revoked: 'Revoked',
  actions: (name: string) => `Actions for ${name}`,
  rotate: 'New secret',
  rotateTitle: (name: string) => `A new secret for ${name}?`,
  rotateWords:
    'You see the new secret once. Decide how long the old one goes on working, so that the program can be changed over.',
  keepOld: 'The old secret works',
  overlap: {
    '0': 'no longer, from this moment',
    '60': 'for 1 hour more',
    '1440': 'for 1 day more',
  },
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeWords:
    'Its secret and its tokens stop working within seconds, and that cannot be taken back. Its name stays in this list and in the audit.',
  typeName: (name: string) => `Type ${name} to confirm`,
  isRevoked: (name: string) => `${name} is revoked.`,
  secretTitle: (name: string) => `The secret of ${name}`,
  secretWords: 'It is shown this once and stored nowhere. Put it where the program finds it, now.',
  id: 'Client id',
  secret: 'Secret',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying is not allowed here',
  curl: 'Try it',
  curlHint: 'Answers an access token for these rights; it is good for ten minutes.',
  secretKept: 'I have kept it',
  emptyTitle: 'No service client yet',
  empty:
    'A program that brings calls in, or a bot that asks for help, needs one. Make it here and give its secret to the program.',
  again: 'Try again',
  more: 'Show more',
  loading: 'Loading …',
  cancel: 'Cancel',
  close: 'Close',
} as const;
