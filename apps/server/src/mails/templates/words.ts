import type { Role } from '@ringdesk/shared';
import type { Letter } from '../letter.ts';
import type { Page } from './page.ts';
import { strangersWords, writtenOut } from './strangers-words.ts';

/** Room for a program and a system; not for a message to whoever reads the mail. */
const mostDeviceCharacters = 40;

type Kind = Letter['kind'];
type Letters = { readonly [K in Kind]: Extract<Letter, { readonly kind: K }> };
type Words = Omit<Page, 'greeting'>;

const ask = 'If it was not you, tell an admin at once: they can end your sessions and set things right.';
const changePassword =
  'If it was not you, somebody knows your password: sign in, change it, and tell an admin.';

const roles: Readonly<Record<Role, string>> = {
  rep: 'a rep',
  clinician: 'a clinician',
  supervisor: 'a supervisor',
  admin: 'an admin',
};

/** What each mail says; total, so that a new kind does not compile until it has words. */
const words: { readonly [K in Kind]: (letter: Letters[K]) => Words } = {
  'verify-email': ({ code }) => ({
    subject: 'Your code to open a Ringdesk account',
    says: 'Somebody, most likely you, is opening a Ringdesk account with this address. Type this code to go on:',
    code,
    facts: [],
    advice: [
      'The code works once, for 10 minutes. Nobody will ever ask you for it.',
      'If it was not you, do nothing: without the code there is no account.',
    ],
  }),
  'account-exists': (letter) => ({
    subject: 'You have a Ringdesk account already',
    says: 'Somebody tried to open a Ringdesk account with this address. It has one, and nothing was changed.',
    facts: whereAndWhen(letter),
    advice: [
      'If it was you, sign in instead; if the password is forgotten, the sign-in page sets a new one.',
      'If it was not you, you need not do anything.',
    ],
  }),
  'reset-password': ({ code }) => ({
    subject: 'Your code for a new Ringdesk password',
    says: 'Somebody, most likely you, asked to set a new password. Type this code to go on:',
    code,
    facts: [],
    advice: [
      'The code works once, for 10 minutes. Nobody will ever ask you for it.',
      'If it was not you, do nothing: your password stays as it is.',
    ],
  }),
  'password-changed': (letter) => ({
    subject: 'Your Ringdesk password was changed',
    says:
      letter.how === 'reset'
        ? 'A new password was set with a code from a mail to you. You were signed out everywhere; your authenticator stays.'
        : 'Your password was changed, and you were signed out everywhere else.',
    facts: whereAndWhen(letter),
    advice: [
      'If it was not you, set a new password from the sign-in page now, and tell an admin. Make sure that nobody else reads your mail.',
    ],
  }),
  'authenticator-set-up': (letter) => ({
    subject:
      letter.how === 'first' ? 'Your authenticator is set up' : 'Your Ringdesk authenticator was replaced',
    says:
      letter.how === 'first'
        ? 'An authenticator was set up for your account. From now on you sign in with your password and its code.'
        : 'Another authenticator was set up for your account. Codes of the one before no longer work.',
    facts: whereAndWhen(letter),
    advice: [ask],
  }),
  'authenticator-reset': (letter) => ({
    subject: 'An admin reset your Ringdesk authenticator',
    says: 'Your authenticator and your recovery codes no longer work, and you were signed out everywhere. When you sign in next, you set up a new authenticator.',
    facts: byAndWhen(letter),
    advice: [
      'If you did not ask for this, sign in and set up your authenticator now, change your password, and tell another admin.',
    ],
  }),
  'recovery-code-used': (letter) => ({
    subject: 'A recovery code was used to sign in',
    says: `Somebody signed in to your account with your password and one of your recovery codes. ${codesLeft(letter.left)}`,
    facts: whereAndWhen(letter),
    advice: [changePassword],
  }),
  'recovery-codes-renewed': (letter) => ({
    subject: 'You have new Ringdesk recovery codes',
    says: 'Ten new recovery codes were made for your account. Those before no longer work.',
    facts: whereAndWhen(letter),
    advice: [ask],
  }),
  'signed-in-somewhere-new': (letter) => ({
    subject: 'You signed in on a new device',
    says: 'Your account was signed in to on a device that we had not seen before.',
    facts: whereAndWhen(letter),
    advice: ['If it was you, all is well.', changePassword],
  }),
  'session-reused': (letter) => ({
    subject: 'We ended one of your Ringdesk sessions',
    says: 'One of your sessions was used from two places at once, as if it had been copied. It is over, on every device that had it.',
    facts: whereAndWhen(letter),
    advice: [
      'Sign in again. If you do not know the device below, or this happens again, change your password and tell an admin.',
    ],
  }),
  'sign-in-stopped': (letter) => ({
    subject: 'Signing in to your account is paused',
    says: `Somebody typed a wrong ${letter.what === 'password' ? 'password' : 'code of your authenticator'} too often. For ${minutes(letter.minutes)} nobody can sign in to your account this way, you neither.`,
    facts: whereAndWhen(letter),
    advice: [
      'If it was you, wait and try again.',
      letter.what === 'password'
        ? 'If it was not you, nothing was lost: the password was not found.'
        : 'If it was not you, somebody knows your password: change it as soon as you can sign in, and tell an admin.',
    ],
  }),
  'role-changed': (letter) => ({
    subject: 'Your role in Ringdesk was changed',
    says: `You are ${roles[letter.role]} now. It holds at once, on every device.`,
    facts: byAndWhen(letter),
    advice: ['If this is a surprise, ask the admin who did it.'],
  }),
  'account-disabled': (letter) => ({
    subject: 'Your Ringdesk account was disabled',
    says: 'You were signed out everywhere, and you cannot sign in until an admin allows it again.',
    facts: byAndWhen(letter),
    advice: ['If this is a surprise, ask the admin who did it.'],
  }),
};

/** What a letter says. */
export function pageOf(letter: Letter): Page {
  return { greeting: greetingOf(letter), ...wordsFor(letter.kind, letter) };
}

function wordsFor<K extends Kind>(kind: K, letter: Letters[K]): Words {
  return words[kind](letter);
}

/** Until an address is proven, its owner did not choose the name: nobody may write to strangers through it. */
function greetingOf(letter: Letter): string {
  const name = letter.kind === 'verify-email' ? '' : strangersWords(letter.name);
  return name === '' ? 'Hello,' : `Hello ${name},`;
}

interface Deed {
  readonly at: string;
  readonly address: string;
  readonly device: string;
}

function whereAndWhen({ at, address, device }: Deed): Page['facts'] {
  return [
    { name: 'When', value: writtenOut(at) },
    { name: 'Device', value: strangersWords(device).slice(0, mostDeviceCharacters) || 'unknown' },
    { name: 'Address', value: strangersWords(address) || 'unknown' },
  ];
}

/** Where an admin sat is nobody's business. */
function byAndWhen({ at, by }: Deed & { readonly by: string }): Page['facts'] {
  return [
    { name: 'When', value: writtenOut(at) },
    { name: 'By', value: strangersWords(by) },
  ];
}

function codesLeft(left: number): string {
  if (left === 0) return 'It was the last one: make new ones in your account.';
  return `${left === 1 ? 'One is' : `${left} are`} left.`;
}

function minutes(count: number): string {
  return count === 1 ? 'a minute' : `${count} minutes`;
}
