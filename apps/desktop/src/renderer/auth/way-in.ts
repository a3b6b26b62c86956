import { z } from 'zod';

const email = z.string();
const stepToken = z.string();

/** What the first step tells somebody who was sent back to it. */
const Told = z.enum(['password-set', 'code-late', 'set-up-late', 'disabled']);
export type Told = z.infer<typeof Told>;

/** Why an authenticator is set up: the account is new, it was never finished, or the old one is lost. */
const SetUpWhy = z.enum(['new', 'unfinished', 'lost']);
export type SetUpWhy = z.infer<typeof SetUpWhy>;

const KeptWay = z.discriminatedUnion('step', [
  z.object({ step: z.literal('sign-in'), email, told: Told.nullable() }),
  z.object({ step: z.literal('sign-up'), email, name: z.string() }),
  z.object({ step: z.literal('verify'), email, name: z.string(), flow: z.string(), sentAtMs: z.number() }),
  z.object({ step: z.literal('code'), email, challengeToken: stepToken }),
  z.object({ step: z.literal('recovery-code'), email, challengeToken: stepToken }),
  z.object({ step: z.literal('lost-device'), email, challengeToken: stepToken }),
  z.object({ step: z.literal('set-up'), email, enrollToken: stepToken, why: SetUpWhy }),
  z.object({ step: z.literal('recovered'), email, enrollToken: stepToken, codesLeft: z.number().nullable() }),
  z.object({ step: z.literal('forgot'), email }),
  z.object({ step: z.literal('reset'), email, sentAtMs: z.number() }),
]);

/** The step of the door somebody stands at. Recovery codes are in it for as long as they are shown, and never kept. */
export type WayIn =
  | z.infer<typeof KeptWay>
  | { readonly step: 'keep-codes'; readonly recoveryCodes: readonly string[] };
type Step = WayIn['step'];
export type At<Name extends Step> = Extract<WayIn, { step: Name }>;

/** What happened at the door. What does not fit the step, such as an answer that came late, changes nothing. */
export type News =
  | { readonly what: 'sign-in-wished' | 'sign-up-wished' | 'reset-wished'; readonly email: string }
  | {
      readonly what: 'signed-up';
      readonly email: string;
      readonly name: string;
      readonly flow: string;
      readonly atMs: number;
    }
  | { readonly what: 'code-sent'; readonly email: string; readonly atMs: number }
  | { readonly what: 'address-wrong' | 'device-lost' | 'recovery-wished' | 'code-wished' }
  | { readonly what: 'verified'; readonly enrollToken: string }
  | { readonly what: 'password-right'; readonly email: string; readonly challengeToken: string }
  | { readonly what: 'set-up-missing'; readonly email: string; readonly enrollToken: string }
  | { readonly what: 'recovered'; readonly enrollToken: string; readonly codesLeft: number | null }
  | { readonly what: 'set-up-wished' | 'password-set' | 'step-late' | 'disabled' | 'entered' }
  | { readonly what: 'set-up'; readonly recoveryCodes: readonly string[] };

export const atTheDoor: WayIn = { step: 'sign-in', email: '', told: null };

/** The step after the news. */
export function move(way: WayIn, news: News): WayIn {
  switch (news.what) {
    case 'sign-in-wished':
      return { step: 'sign-in', email: news.email, told: null };
    case 'sign-up-wished':
      return { step: 'sign-up', email: news.email, name: '' };
    case 'reset-wished':
      return { step: 'forgot', email: news.email };
    case 'signed-up':
      return way.step === 'sign-up' ? verifyAfter(news) : way;
    case 'code-sent':
      return moveToSent(way, news);
    case 'address-wrong':
      return way.step === 'verify' ? { step: 'sign-up', email: way.email, name: way.name } : way;
    case 'verified':
      return way.step === 'verify' ? setUp(way.email, news.enrollToken, 'new') : way;
    case 'password-right':
      return way.step === 'sign-in'
        ? { step: 'code', email: news.email, challengeToken: news.challengeToken }
        : way;
    case 'set-up-missing':
      return way.step === 'sign-in' ? setUp(news.email, news.enrollToken, 'unfinished') : way;
    case 'recovery-wished':
      return isAtFactor(way) ? { ...way, step: 'recovery-code' } : way;
    case 'code-wished':
      return isAtFactor(way) ? { ...way, step: 'code' } : way;
    case 'device-lost':
      return isAtFactor(way) ? { ...way, step: 'lost-device' } : way;
    case 'recovered':
      return way.step === 'recovery-code' ? recoveredAfter(way.email, news) : way;
    case 'set-up-wished':
      return way.step === 'recovered' ? setUp(way.email, way.enrollToken, 'lost') : way;
    case 'set-up':
      return way.step === 'set-up' ? { step: 'keep-codes', recoveryCodes: news.recoveryCodes } : way;
    case 'password-set':
      return way.step === 'reset' ? { step: 'sign-in', email: way.email, told: 'password-set' } : way;
    case 'step-late':
      return moveAfterLate(way);
    case 'disabled':
      return 'email' in way ? { step: 'sign-in', email: way.email, told: 'disabled' } : way;
    case 'entered':
      return atTheDoor;
  }
}

function verifyAfter({ email: to, name, flow, atMs }: Extract<News, { what: 'signed-up' }>): WayIn {
  return { step: 'verify', email: to, name, flow, sentAtMs: atMs };
}

function setUp(of: string, enrollToken: string, why: SetUpWhy): WayIn {
  return { step: 'set-up', email: of, enrollToken, why };
}

function recoveredAfter(of: string, { enrollToken, codesLeft }: Extract<News, { what: 'recovered' }>): WayIn {
  return { step: 'recovered', email: of, enrollToken, codesLeft };
}

/** A code was mailed: for the first time, or once more. */
function moveToSent(way: WayIn, { email: to, atMs }: Extract<News, { what: 'code-sent' }>): WayIn {
  if (way.step === 'verify' || way.step === 'reset') return { ...way, sentAtMs: atMs };
  return way.step === 'forgot' ? { step: 'reset', email: to, sentAtMs: atMs } : way;
}

/** A step token was shown too late. Whoever came in by a recovery code is signed in and needs none. */
function moveAfterLate(way: WayIn): WayIn {
  if (isAtFactor(way)) return { step: 'sign-in', email: way.email, told: 'code-late' };
  if (way.step !== 'set-up') return way;
  return way.why === 'lost' ? atTheDoor : { step: 'sign-in', email: way.email, told: 'set-up-late' };
}

type AtFactor = At<'code' | 'recovery-code' | 'lost-device'>;

function isAtFactor(way: WayIn): way is AtFactor {
  return way.step === 'code' || way.step === 'recovery-code' || way.step === 'lost-device';
}

/** Whether somebody at this step is signed in already and only stays for what the door has to say. */
export function isPastTheDoor(way: WayIn): boolean {
  return (
    way.step === 'recovered' || way.step === 'keep-codes' || (way.step === 'set-up' && way.why === 'lost')
  );
}

/** The step as text that survives a reload, or null for one that must not be kept. */
export function keepWay(way: WayIn): string | null {
  return way.step === 'keep-codes' ? null : JSON.stringify(way);
}

/** What `keepWay` kept; the first step when there is nothing or it cannot be read any more. */
export function readWay(text: string | null): WayIn {
  if (text === null) return atTheDoor;
  try {
    return KeptWay.safeParse(JSON.parse(text)).data ?? atTheDoor;
  } catch {
    return atTheDoor;
  }
}
