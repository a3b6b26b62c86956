import { type Chance, chanceFor } from './chance.ts';
import { type Caller, somebody, type Who } from './person.ts';

const regulars = 240;
/** The share of calls that come from them. */
const regularShare = 0.5;

/** People who call again and again, the same ones with every seed: whoever keeps records knows them. */
export const regularCallers: readonly Caller[] = Array.from({ length: regulars }, (_, n) => {
  const person = somebody(chanceFor(0, `regular ${n}`));
  return { ...person, callsFrom: person.phone };
});

/** Draws one caller of that kind: somebody who called before, or a stranger. */
export function someCaller(chance: Chance, who: Who = {}): Caller {
  if (!chance.happens(regularShare)) return somebody(chance, who);
  const fitting = regularCallers.filter((caller) => isOf(caller, who));
  return fitting.length === 0 ? somebody(chance, who) : chance.pick(fitting);
}

function isOf(caller: Caller, { isWoman = false, born }: Who): boolean {
  const isOfAge = born === undefined || (born[0] <= caller.born.year && caller.born.year <= born[1]);
  return isOfAge && (caller.isWoman || !isWoman);
}
