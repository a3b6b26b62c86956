/** Everything the door says. */
export const authMessages = {
  title: 'Ringdesk',
  promise: 'Take calls as they come in, see who is calling, and read along.',
  demoTitle: 'Sign in as a demo person',
  demoHint: 'Each name is a person of its own. Open a second window to be two people at once.',
  asRole: { rep: 'Rep', clinician: 'Clinician', supervisor: 'Supervisor', admin: 'Admin' },
  roleHint: {
    rep: 'Takes calls',
    clinician: 'Takes calls, sees care records',
    supervisor: 'Watches the queue, takes calls too',
    admin: 'People, keys, settings',
  },
  another: 'Somebody else',
  namePlaceholder: 'Such as Alex Kim',
  role: 'Role',
  signIn: 'Sign in',
  signingIn: 'Signing in …',
  nameMissing: 'Type a name, at most 80 letters.',
  demoIsOff:
    'Demo sign-in is off on this server, or this machine is not the server’s own. Start the server with DEMO=on to use it.',
  ended: {
    'signed-out': 'You are signed out.',
    expired: 'Your session has ended. Sign in again; your notes are kept.',
    replaced: 'Somebody else signed in in this browser, so your desk here was closed. Your notes are kept.',
    reused: 'This session was used in two places and has been ended. Sign in again.',
    disabled: 'This account was disabled. Ask an admin.',
  },
} as const;
