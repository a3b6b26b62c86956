import type { Part } from '../lines/speech/timeline.ts';
import { apologyTurns, companies, holdTurns, leavingTurns, openingTurns } from './assistant.ts';
import { chanceFor } from './chance.ts';
import { colored, greetingTurns, knownAfter, rejoinTurns, spoken } from './conversation.ts';
import { someManner, somePatienceMs } from './manner.ts';
import { someCaller } from './regulars.ts';
import { stories } from './stories/stories.ts';
import type { DeskKind, Teller, Turn } from './story.ts';
import { type Truth, truthOf } from './truth.ts';
import { someWish, urgentWish } from './wish.ts';

/** Everything one simulated caller may say; which of it is heard depends on when somebody answers. */
export interface Script {
  readonly from: string;
  readonly callerName: string | null;
  readonly truth: Truth;
  readonly patienceMs: number;
  /** With the assistant, before anybody is free. */
  readonly opening: Part;
  /** The whole conversation with the rep, who came after so many turns of the opening. */
  talk(openingTurns: number): Part;
  /** The assistant's word number `time` while the caller waits. */
  hold(time: number): Part;
  apology(time: number): Part;
  rejoin(time: number): Part;
  readonly leaving: Part;
}

/** The share of calls that are for the home-service desks. */
const homeServiceShare = 0.6;

/** Writes call number `index` of a seed: a pure function, so that a later process can go on with the same call. */
export function writeScript(seed: number, index: number): Script {
  const chance = (purpose: string) => chanceFor(seed, `call ${index} ${purpose}`);
  const who = chance('who');
  const desk: DeskKind = who.happens(homeServiceShare) ? 'home-service' : 'health-line';
  const manner = someManner(who);
  const story = who.pick(stories[desk]);
  const person = someCaller(who, story.who);
  const facts = {
    desk,
    caller: person,
    manner,
    company: who.pick(companies[desk]),
    wish: someWish(who),
    soon: urgentWish(who),
  };
  const tellerFor = (purpose: string): Teller => ({ ...chance(purpose), ...facts });
  const telling = story.tell(tellerFor('story'));

  const said = (purpose: string, turns: readonly Turn[]) => colored(turns, tellerFor(`${purpose} manner`));
  const part = (purpose: string, turns: readonly Turn[]) =>
    spoken(said(purpose, turns), manner, chance(`${purpose} pace`));
  const talkTurns = (openingTurns: number) => [
    ...greetingTurns(tellerFor('greeting'), telling, knownAfter(openingTurns)),
    ...telling.turns,
  ];
  const opening = openingTurns(desk, tellerFor('opening'), telling);

  return {
    from: person.callsFrom,
    callerName: who.happens(0.65) ? `${person.first} ${person.last}` : null,
    truth: truthOf({ story, telling, facts }),
    patienceMs: somePatienceMs(manner, who),
    opening: part('opening', opening),
    talk: (turns) => part('talk', talkTurns(turns)),
    hold: (time) => part(`hold ${time}`, holdTurns(tellerFor(`hold ${time}`), time)),
    apology: (time) => part(`apology ${time}`, apologyTurns(tellerFor(`apology ${time}`))),
    rejoin: (time) => part(`rejoin ${time}`, rejoinTurns(tellerFor(`rejoin ${time}`), telling)),
    leaving: part('leaving', leavingTurns(tellerFor('leaving'))),
  };
}
