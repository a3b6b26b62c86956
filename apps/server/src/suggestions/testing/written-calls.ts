import { conversationOf, thursday } from './heard.ts';
import type { Expected, JudgedCall } from './score.ts';
import type { MeantTime } from './wish-oracle.ts';
import { errands } from './written/days-and-streets/errands.ts';
import { houses } from './written/days-and-streets/houses.ts';
import { visits } from './written/days-and-streets/visits.ts';
import { yards } from './written/days-and-streets/yards.ts';
import { air } from './written/first-half/air.ts';
import { health } from './written/first-half/health.ts';
import { house } from './written/first-half/house.ts';
import { water } from './written/first-half/water.ts';
import { evenings } from './written/last-look/evenings.ts';
import { homes } from './written/last-look/homes.ts';
import { lines } from './written/last-look/lines.ts';
import { trades } from './written/last-look/trades.ts';
import { forenoons } from './written/once-unseen/forenoons.ts';
import { mornings } from './written/once-unseen/mornings.ts';
import { air as otherAir } from './written/second-half/air.ts';
import { health as otherHealth } from './written/second-half/health.ts';
import { house as otherHouse } from './written/second-half/house.ts';
import { water as otherWater } from './written/second-half/water.ts';
import type { WrittenCall } from './written/written-call.ts';

/** Calls that were looked at from the first while rules were written. */
export const firstHalf = [...water, ...air, ...house, ...health].map(judged);
/** Calls that were written together with them, and were looked at when the rules stood. */
export const secondHalf = [...otherWater, ...otherAir, ...otherHouse, ...otherHealth].map(judged);
/** Calls that press on days and streets; rules were mended with them. */
export const daysAndStreets = [...houses, ...yards, ...errands, ...visits].map(judged);
/** Calls that were measured before anybody looked at them, and looked at afterwards. */
export const onceUnseen = [...mornings, ...forenoons].map(judged);
/** All calls that rules know by now. */
export const rulesKnow = [...firstHalf, ...secondHalf, ...daysAndStreets, ...onceUnseen];
/** Calls that no rule has seen: only how many were right. */
export const neverLookedAt = [...homes, ...lines, ...trades, ...evenings].map(judged);

function judged(call: WrittenCall): JudgedCall {
  const at = call.at === undefined ? thursday : new Date(call.at);
  const around = { timeZone: call.timeZone ?? 'America/Denver', country: 'US' } as const;
  return {
    title: call.title,
    conversation: { ...conversationOf(call.lines, at), ...around },
    expected: expectedOf(call),
  };
}

function expectedOf({ name, phone, email, address, wish, problem }: WrittenCall): Expected {
  const parts = { unit: null, city: null, state: null, zip: null };
  return {
    name: name ?? null,
    phone: phone ?? null,
    email: email ?? null,
    address: address === undefined ? null : { ...parts, ...address },
    wishedDate: wish === undefined ? null : meantBy(wish),
    problem,
  };
}

function meantBy(wish: string): MeantTime {
  const [date = '', window = ''] = wish.split(' ');
  const [from = '', to = ''] = window.split('-');
  const orNull = (part: string) => (part === '' ? null : part);
  return { date, from: orNull(from), to: orNull(to) };
}

/** The same call as a recogniser writes it that knows no stops and no capitals. */
export function withoutStops(call: JudgedCall): JudgedCall {
  const segments = call.conversation.segments.map((one) => ({ ...one, text: plain(one.text) }));
  return { ...call, conversation: { ...call.conversation, segments } };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[,;:!?…]|\.+(?=\s|$)|(?<=\b[a-z])-(?=[a-z]\b)/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
