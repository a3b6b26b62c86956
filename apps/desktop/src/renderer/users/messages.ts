import type { Role } from '@ringdesk/shared';

const roles: Readonly<Record<Role, string>> = {
  rep: 'Rep',
  clinician: 'Clinician',
  supervisor: 'Supervisor',
  admin: 'Admin',
};

/** What is said of the people of the desk. */
export const peopleMessages = {
  title: 'People',
  about: 'Who may use this desk, and as what. A change is felt by open desks within seconds.',
  list: 'People',
  search: 'Search people',
  searchPlaceholder: 'Name or email',
  clearSearch: 'Clear the search',
  role: 'Role',
  everyRole: 'Every role',
  state: 'State',
  everyState: 'Active and disabled',
  onlyActive: 'Active',
  onlyDisabled: 'Disabled',
  count: (count: number, hasMore: boolean) =>
    hasMore ? `${count} and more` : count === 1 ? '1 person' : `${count} people`,
  person: 'Person',
  sessions: 'Sessions',
  lastSeen: 'Last seen',
  never: 'never',
  more: 'Show more',
  again: 'Try again',
  loading: 'Loading …',
  emptyTitle: 'Nobody here',
  empty: 'People sign up by themselves at the door; each new account appears here as a rep.',
  nothingFound: 'Nobody matches.',
  nothingFoundHint: 'Try another name, or take the filters away.',
  everybody: 'Show everybody',
  roles,
  roleHints: {
    rep: 'Takes calls.',
    clinician: 'Takes calls, and sees the care records of their own patients.',
    supervisor: 'Takes calls, watches the queue and steers it.',
    admin: 'All of it, and people, service clients and the audit.',
  },
  demo: 'Demo',
  you: 'You',
  disabled: 'Disabled',
  active: 'Active',
  noAuthenticator: 'No authenticator',
  noEmail: 'Demo person',

  details: (name: string) => `Details of ${name}`,
  closeDetails: 'Close the details',
  since: (day: string) => `Here since ${day}`,
  roleChanged: (before: Role, after: Role) =>
    `Was ${roles[before].toLowerCase()}, is ${roles[after].toLowerCase()} now.`,
  undo: 'Undo',
  lastAdmin:
    'This is the last admin: without one nobody could let anybody in. Make somebody else an admin first.',
  stale: (changes: string) =>
    `Somebody changed this person meanwhile (${changes}). Your change was not made.`,
  staleUnseen: 'nothing that is shown here',
  changed: {
    name: (before: string, after: string) => `name: ${before} → ${after}`,
    role: (before: Role, after: Role) =>
      `role: ${roles[before].toLowerCase()} → ${roles[after].toLowerCase()}`,
    disabled: 'disabled',
    enabled: 'enabled again',
  },
  signedInAt: 'Signed in',
  nowhere: 'Not signed in anywhere.',
  address: (address: string) => `from ${address}`,
  endOne: 'End',
  endOneOf: (device: string) => `End the session on ${device}`,
  endAll: 'End all sessions',
  ended: (count: number) => (count === 1 ? 'One session has ended.' : `${count} sessions have ended.`),
  endAllTitle: (name: string) => `End all sessions of ${name}?`,
  endAllWords:
    'Their desks close within seconds; they may sign in again at once. A call they are on goes back to the queue.',
  access: 'Access',
  disable: 'Disable',
  disableTitle: (name: string) => `Disable ${name}?`,
  disableWords:
    'Every desk of theirs closes within seconds, and they cannot sign in until you enable them again. Their records and notes stay.',
  enable: 'Enable again',
  isDisabled: (name: string) => `${name} is disabled.`,
  isEnabled: (name: string) => `${name} may sign in again.`,
  notYourself: 'You cannot disable yourself.',
  reset: 'Reset the authenticator',
  resetTitle: (name: string) => `Reset the authenticator of ${name}?`,
  resetWords:
    'For somebody who lost authenticator and recovery codes. Make sure it is really them who asks: both stop working, their sessions end, a mail tells them, and their next sign-in sets up a new authenticator.',
  ownCode: 'Code of your own authenticator',
  resetDone: (name: string) => `${name} sets up a new authenticator at the next sign-in.`,
  cancel: 'Cancel',
  close: 'Close',
} as const;
