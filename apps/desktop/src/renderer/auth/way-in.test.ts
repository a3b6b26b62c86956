import { describe, expect, it } from 'vitest';
import { atTheDoor, isPastTheDoor, keepWay, move, type News, readWay, type WayIn } from './way-in.ts';

const email = 'dana@example.com';
const ways = {
  signIn: { step: 'sign-in', email, told: null },
  signUp: { step: 'sign-up', email, name: 'Dana Reyes' },
  verify: { step: 'verify', email, name: 'Dana Reyes', flow: 'flow1', sentAtMs: 5000 },
  code: { step: 'code', email, challengeToken: 'challenge' },
  recoveryCode: { step: 'recovery-code', email, challengeToken: 'challenge' },
  lostDevice: { step: 'lost-device', email, challengeToken: 'challenge' },
  setUpNew: { step: 'set-up', email, enrollToken: 'enroll', why: 'new' },
  setUpUnfinished: { step: 'set-up', email, enrollToken: 'enroll', why: 'unfinished' },
  setUpLost: { step: 'set-up', email, enrollToken: 'enroll', why: 'lost' },
  keepCodes: { step: 'keep-codes', recoveryCodes: ['4k7dm-x2p9q'] },
  recovered: { step: 'recovered', email, enrollToken: 'enroll', codesLeft: 9 },
  forgot: { step: 'forgot', email },
  reset: { step: 'reset', email, sentAtMs: 5000 },
} as const satisfies Record<string, WayIn>;

const news = {
  signedUp: { what: 'signed-up', email, name: 'Dana Reyes', flow: 'flow1', atMs: 5000 },
  codeSent: { what: 'code-sent', email, atMs: 9000 },
  verified: { what: 'verified', enrollToken: 'enroll' },
  passwordRight: { what: 'password-right', email, challengeToken: 'challenge' },
  setUpMissing: { what: 'set-up-missing', email, enrollToken: 'enroll' },
  recovered: { what: 'recovered', enrollToken: 'enroll', codesLeft: 9 },
  setUp: { what: 'set-up', recoveryCodes: ['4k7dm-x2p9q'] },
} as const satisfies Record<string, News>;

const table: readonly (readonly [story: string, from: WayIn, news: News, to: WayIn])[] = [
  ['signing up leads to the mailed code', ways.signUp, news.signedUp, ways.verify],
  ['the mailed code leads to the authenticator', ways.verify, news.verified, ways.setUpNew],
  ['the authenticator leads to the recovery codes', ways.setUpNew, news.setUp, ways.keepCodes],
  ['kept codes lead inside, and the door starts anew', ways.keepCodes, { what: 'entered' }, atTheDoor],
  ['a wrong address goes back with what was typed', ways.verify, { what: 'address-wrong' }, ways.signUp],
  ['another mail starts the wait again', ways.verify, news.codeSent, { ...ways.verify, sentAtMs: 9000 }],
  ['a right password leads to the code', ways.signIn, news.passwordRight, ways.code],
  ['an authenticator that was never set up comes next', ways.signIn, news.setUpMissing, ways.setUpUnfinished],
  ['a recovery code may be used instead', ways.code, { what: 'recovery-wished' }, ways.recoveryCode],
  ['a lost device is explained', ways.code, { what: 'device-lost' }, ways.lostDevice],
  [
    'the explanation leads to the recovery code',
    ways.lostDevice,
    { what: 'recovery-wished' },
    ways.recoveryCode,
  ],
  ['a device that is found again leads back', ways.lostDevice, { what: 'code-wished' }, ways.code],
  [
    'a recovery code signs in and offers a new authenticator',
    ways.recoveryCode,
    news.recovered,
    ways.recovered,
  ],
  ['the new authenticator is set up now', ways.recovered, { what: 'set-up-wished' }, ways.setUpLost],
  ['a forgotten password is asked for by address', ways.signIn, { what: 'reset-wished', email }, ways.forgot],
  [
    'the code for a new password is on its way',
    ways.forgot,
    news.codeSent,
    { ...ways.reset, sentAtMs: 9000 },
  ],
  [
    'a password that is set leads back to signing in',
    ways.reset,
    { what: 'password-set' },
    { ...ways.signIn, told: 'password-set' },
  ],
  [
    'a code that comes too late asks for the password again',
    ways.code,
    { what: 'step-late' },
    { ...ways.signIn, told: 'code-late' },
  ],
  [
    'a recovery code that comes too late does so too',
    ways.recoveryCode,
    { what: 'step-late' },
    { ...ways.signIn, told: 'code-late' },
  ],
  [
    'a setup that took too long goes on after the password',
    ways.setUpNew,
    { what: 'step-late' },
    { ...ways.signIn, told: 'set-up-late' },
  ],
  [
    'a disabled account is told where somebody signs in',
    ways.code,
    { what: 'disabled' },
    { ...ways.signIn, told: 'disabled' },
  ],
  [
    'a setup after a recovery code that took too long leads inside',
    ways.setUpLost,
    { what: 'step-late' },
    atTheDoor,
  ],
];

describe('the way through the door', () => {
  it.each(table)('%s', (_story, from, what, to) => {
    expect(move(from, what)).toEqual(to);
  });

  it('is not changed by an answer that comes after somebody went elsewhere', () => {
    const late = [...Object.values(news), { what: 'password-set' }, { what: 'set-up-wished' }] as const;
    for (const one of late) expect(move(ways.lostDevice, one)).toBe(ways.lostDevice);
    expect(move(ways.signIn, { what: 'step-late' })).toBe(ways.signIn);
    expect(move(ways.forgot, news.verified)).toBe(ways.forgot);
  });

  it('may be left for signing in, signing up or a new password at every step', () => {
    for (const way of Object.values(ways)) {
      expect(move(way, { what: 'sign-in-wished', email })).toEqual(ways.signIn);
      expect(move(way, { what: 'sign-up-wished', email })).toEqual({ ...ways.signUp, name: '' });
      expect(move(way, { what: 'reset-wished', email })).toEqual(ways.forgot);
    }
  });

  it('survives a reload at every step, but recovery codes are never kept', () => {
    for (const way of Object.values(ways)) {
      const kept = keepWay(way);
      if (way.step === 'keep-codes') expect(kept).toBeNull();
      else expect(readWay(kept)).toEqual(way);
    }
  });

  it('starts anew from what cannot be read any more', () => {
    for (const text of [null, '', 'not json', '{"step":"vault"}', '{"step":"code","email":1}', '[]'])
      expect(readWay(text)).toEqual(atTheDoor);
  });

  it('knows who is signed in already and only stays for what is left to say', () => {
    const past = Object.values(ways).filter(isPastTheDoor);
    expect(past).toEqual([ways.setUpLost, ways.keepCodes, ways.recovered]);
  });
});
