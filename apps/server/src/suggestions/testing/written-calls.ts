import { conversationOf, thursday } from './heard.ts';
import type { Expected, JudgedCall } from './score.ts';
import type { MeantTime } from './wish-oracle.ts';
import { air } from './written/for-rules/air.ts';
import { health } from './written/for-rules/health.ts';
import { house } from './written/for-rules/house.ts';
import { water } from './written/for-rules/water.ts';
import { air as otherAir } from './written/held-out/air.ts';
import { health as otherHealth } from './written/held-out/health.ts';
import { house as otherHouse } from './written/held-out/house.ts';
import { water as otherWater } from './written/held-out/water.ts';
import type { WrittenCall } from './written/written-call.ts';

/** Calls that were looked at while rules were written, and calls that never were. */
export const lookedAt = [...water, ...air, ...house, ...health].map(judged);
export const neverLookedAt = [...otherWater, ...otherAir, ...otherHouse, ...otherHealth].map(judged);

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
