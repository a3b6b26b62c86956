import type { SetUpWhy, Told } from './way-in.ts';

/** What the steps of signing up and signing in say. */
export const doorMessages = {
  brand: 'Ringdesk',
  email: 'Email',
  password: 'Password',
  newPassword: 'New password',
  showPassword: 'Show password',
  capsLock: 'Caps Lock is on.',
  goOn: 'Continue',
  backToSignIn: 'Back to sign in',
  code: '6-digit code',
  copied: 'Copied',
  copyFailed: 'Copying was refused',
  mails: { before: 'No mail leaves this server. Mails are shown at', copy: 'Copy address' },

  signIn: {
    title: 'Sign in',
    promise: 'Take calls as they come in, see who is calling, and read along.',
    forgot: 'Forgot your password?',
    signUp: 'Create an account',
    wrong: 'Address and password do not belong together. Check both, or set a new password.',
    told: {
      'password-set': 'Your password is set. Sign in with it; every other device was signed out.',
      'code-late': 'That took too long for the code to be accepted. Type your password once more.',
      'set-up-late': 'That took too long. Sign in with your password, and the setup goes on where it was.',
      disabled: 'This account is disabled. Ask an admin of your desk to enable it.',
    } satisfies Readonly<Record<Told, string>>,
  },

  factor: {
    title: 'Enter your code',
    lead: (email: string) =>
      ['Open your authenticator app and type the code it shows for ', email, '.'] as const,
    wrong: 'This code is not right, or it was used already. Wait for the next one in your app and type that.',
    useRecovery: 'Use a recovery code instead',
    lost: 'I lost my device',
    signIn: 'Sign in',
  },

  recovery: {
    title: 'Use a recovery code',
    lead: 'Each of the ten codes you kept works once, in place of your authenticator.',
    label: 'Recovery code',
    placeholder: '4k7dm-x2p9q',
    missing: 'Type one of your recovery codes: ten letters and digits, such as 4k7dm-x2p9q.',
    wrong: 'This is none of your recovery codes, or it was used already. Try another one of the ten.',
    useApp: 'Use the authenticator app',
  },

  lost: {
    title: 'You lost your device',
    withCode: 'If you kept your recovery codes',
    withCodeHow: 'Sign in with one of them. You can set up a new authenticator right after.',
    useRecovery: 'Use a recovery code',
    without: 'If you did not',
    withoutHow:
      'Ask an admin of your desk to reset your authenticator under People. Then sign in with your password and set up a new one; your work stays as it is.',
    found: 'I have it again',
  },

  signUp: {
    title: 'Create your account',
    lead: 'Three short steps: your address, an authenticator app, and codes for the day it is lost.',
    name: 'Your name',
    nameHint: 'As callers and colleagues know you.',
    submit: 'Create account',
    haveOne: 'I have an account',
  },

  verify: {
    title: 'Check your mail',
    lead: (email: string) =>
      ['We sent a mail to ', email, '. The code in it is good for 10 minutes.'] as const,
    wrong:
      'This code is not right, or a newer one was sent. Type the code of the newest mail, or ask for a new one.',
    addressWrong: 'Change the address',
    resend: 'Send a new code',
    resendIn: (seconds: number) => `New code in ${seconds} s`,
    resent: 'A new code is on its way. Only the newest one counts.',
    spam: 'Nothing there? Look into the spam folder too.',
    submit: 'Confirm address',
  },

  strength: {
    none: 'At least 8 characters. A few words are easy to remember and hard to guess.',
    easy: 'Easy to guess. Add another word or two.',
    fair: 'Fair. One more word makes it strong.',
    strong: 'Strong.',
    short: (missing: number) => (missing === 1 ? '1 more character.' : `${missing} more characters.`),
  },

  forgot: {
    title: 'Set a new password',
    lead: 'We mail you a code for it. Your authenticator stays as it is.',
    submit: 'Send code',
  },

  reset: {
    title: 'Set a new password',
    lead: (email: string) =>
      ['If there is an account for ', email, ', a code is on its way. It is good for 10 minutes.'] as const,
    submit: 'Set password',
    everywhere: 'Every device is signed out when the password is set.',
    otherAddress: 'Use another address',
  },

  problems: {
    email: 'Type an address such as dana@example.com.',
    passwordMissing: 'Type your password.',
    nameMissing: 'Type your name, at most 80 letters.',
    passwordShort: (fewest: number) => `Use at least ${fewest} characters.`,
    passwordLong: (most: number) => `Use at most ${most} characters.`,
    codeMissing: 'Type all six digits.',
    unavailable: 'The server cannot answer right now. Nothing is lost; try again in a moment.',
  },
} as const;

/** What setting up an authenticator, its recovery codes and the way back in say. */
export const setUpMessages = {
  title: {
    new: 'Set up your authenticator',
    unfinished: 'Set up your authenticator',
    lost: 'Set up a new authenticator',
  } satisfies Readonly<Record<SetUpWhy, string>>,
  lead: {
    new: 'From now on an app on your phone confirms that it is you.',
    unfinished: 'Your account has no authenticator yet. It takes a minute, and is needed to sign in.',
    lost: 'The new one takes the place of the one you lost. You get new recovery codes too.',
  } satisfies Readonly<Record<SetUpWhy, string>>,
  open: 'Open an authenticator app',
  openHow: 'Such as Google or Microsoft Authenticator, or 1Password.',
  scan: 'Add an account in it',
  scanHow: 'Scan the picture, or type this key:',
  qr: 'QR code for your authenticator app; the key beside it says the same',
  keySpelled: (letters: string) => `Key: ${letters}`,
  copyKey: 'Copy key',
  type: 'Type the code the app shows now',
  wrong:
    'This code is not right. It changes every 30 seconds: type the one that shows now. If that is refused too, set the clock of your phone to automatic.',
  submit: 'Turn on',
  away: 'The key could not be fetched.',
  openAgain:
    'Add a key to an authenticator app, such as Google or Microsoft Authenticator, or 1Password. Then type the first code it shows.',
  lateAgain: 'This took too long, so nothing was changed. Close this window and start again.',
  again: 'Try again',

  keep: {
    title: 'Keep your recovery codes',
    lead: 'Each of them signs you in once, should your authenticator be lost. They are shown now and never again, so put them where you keep what matters.',
    list: 'Recovery codes',
    copy: 'Copy all',
    save: 'Save as a file',
    saved: 'Saved',
    kept: 'I have kept them in a safe place',
    first: 'Keep the codes first: copy or save them, then tick the box.',
    lost: 'Your recovery codes are not shown again. If you have not kept them, make new ones in your account.',
    goOn: 'Open the desk',
    fileName: 'ringdesk-recovery-codes.txt',
    fileTitle: 'Ringdesk recovery codes',
    fileHow:
      'Each code signs you in once, in place of your authenticator. Keep this file where nobody else can read it.',
  },

  recovered: {
    title: 'You are signed in',
    left: (count: number | null) =>
      count === null
        ? 'The recovery code you used is void now.'
        : count === 0
          ? 'That was your last recovery code. Without an authenticator you cannot sign in again.'
          : `That recovery code is void now; ${count === 1 ? '1 is' : `${count} are`} left.`,
    lead: 'Is your authenticator gone for good? Then set up a new one now: it takes a minute and brings ten new recovery codes.',
    now: 'Set up a new authenticator',
    later: 'Later, open the desk',
    late: 'The time to set up a new authenticator ran out. You can still do it from your account.',
  },
} as const;
