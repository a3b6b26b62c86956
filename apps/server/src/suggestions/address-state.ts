import type { Belief, Place, SpokenAddress } from './recognised.ts';
import type { Town } from './town.ts';

/** What is known of the address so far. */
export interface AddressState {
  readonly belief: Belief<'address'> | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly rest: Omit<SpokenAddress, 'street'>;
  /** Whether the rep named a street just now: `is it still 15 Garnet Drive?` */
  readonly isNamed: boolean;
  /** The town that the rep asked about: `in Denver?`. */
  readonly proposed: Town | null;
}

export const nothing = { unit: null, city: null, state: null, zip: null };

/** The address as it is known now. */
export function addressed(
  known: Pick<AddressState, 'number' | 'name' | 'rest'>,
  at: readonly Place[],
  confidence: number,
): AddressState {
  const { number, name, rest } = known;
  const street = `${number ?? ''} ${name ?? ''}`.trim();
  const value: SpokenAddress = { street, ...rest };
  const stateAndZip = [rest.state, rest.zip].filter((part) => part !== null).join(' ');
  const text = [street, rest.unit, rest.city, stateAndZip]
    .filter((part) => part !== null && part !== '')
    .join(', ');
  return {
    number,
    name,
    rest,
    isNamed: false,
    proposed: null,
    belief: { value, text, at: at.slice(-4), confidence },
  };
}
