import type { Answer, Output, Question } from '@ringdesk/shared';
import { call } from '../http/call.ts';
import { beginSession } from './begin-session.ts';
import { leaveDoor } from './session.store.ts';

/** What the server answers to each step of signing up and in. Step tokens are good for the one request they are given to. */
type Way<Name extends Parameters<typeof call>[0]> = Promise<Answer<Output<Name>>>;

/** Which ways in this server has. */
export const waysIn = (): Way<'auth.ways'> => call('auth.ways', {});

export const signUp = (input: Question<'auth.sign-up'>): Way<'auth.sign-up'> => call('auth.sign-up', input);

export const verifyEmail = (input: Question<'auth.verify-email'>): Way<'auth.verify-email'> =>
  call('auth.verify-email', input);

export const resendCode = (input: Question<'auth.resend-code'>): Way<'auth.resend-code'> =>
  call('auth.resend-code', input);

export const enroll = (enrollToken: string): Way<'totp.enroll'> =>
  call('totp.enroll', {}, { bearer: enrollToken });

/**
 * Proves the authenticator and signs in. At the door the desk stays closed until `enterDesk`, because the recovery codes
 * of the answer are shown this once.
 */
export const confirm = (input: Question<'totp.confirm'>, enrollToken: string): Way<'totp.confirm'> =>
  beginSession('totp.confirm', input, { bearer: enrollToken, hasNews: () => true });

export const signIn = (input: Question<'auth.sign-in'>): Way<'auth.sign-in'> => call('auth.sign-in', input);

/** Shows the second factor and signs in. After a recovery code the desk stays closed until `enterDesk`. */
export const verifySignIn = (
  input: Question<'auth.verify-sign-in'>,
  challengeToken: string,
): Way<'auth.verify-sign-in'> =>
  beginSession('auth.verify-sign-in', input, {
    bearer: challengeToken,
    hasNews: ({ enrollToken, recoveryCodesLeft }) =>
      enrollToken !== undefined || recoveryCodesLeft !== undefined,
  });

/** Opens the desk after the door has said what it had to. */
export const enterDesk = leaveDoor;

export const forgotPassword = (input: Question<'password.forgot'>): Way<'password.forgot'> =>
  call('password.forgot', input);

export const resetPassword = (input: Question<'password.reset'>): Way<'password.reset'> =>
  call('password.reset', input);
