import { type Random, seededRandom } from '@ringdesk/shared';

/** Choices drawn from one source of chance, in the order in which they are asked for. */
export interface Chance {
  readonly random: Random;
  /** One of a list that is not empty. */
  pick<Item>(from: readonly Item[]): Item;
  /** True with probability `p`. */
  happens(p: number): boolean;
  /** A number in [min, max). */
  between(min: number, max: number): number;
  /** A whole number in [min, max], both included. */
  whole(min: number, max: number): number;
}

function chanceFrom(random: Random): Chance {
  const whole = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  return {
    random,
    pick: (from) => {
      const item = from[whole(0, from.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    happens: (p) => random() < p,
    between: (min, max) => min + random() * (max - min),
    whole,
  };
}

/**
 * A source of its own for each purpose: what one call draws never shifts what another draws, whatever their timing.
 * The name is mixed into the seed by FNV-1a (Fowler, Noll, Vo) and finished as in MurmurHash3 (A. Appleby).
 */
export function chanceFor(seed: number, purpose: string): Chance {
  let hash = (2_166_136_261 ^ seed) >>> 0;
  for (let i = 0; i < purpose.length; i += 1)
    hash = Math.imul(hash ^ purpose.charCodeAt(i), 16_777_619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return chanceFrom(seededRandom((hash ^ (hash >>> 16)) >>> 0));
}
