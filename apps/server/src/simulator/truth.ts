import type { MannerName } from './manner.ts';
import type { Reading, Slot, Story, Teller, Telling } from './story.ts';

/** What a caller really said, as data: recognition is measured against it. Null is what was never said to the rep. */
export interface Truth {
  readonly story: string;
  readonly desk: Story['desk'];
  readonly manner: MannerName;
  readonly problem: string;
  readonly readings: readonly Reading[];
  readonly firstName: string;
  readonly name: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: {
    readonly street: string;
    readonly unit: string | null;
    readonly city: string | null;
    readonly state: string | null;
    readonly zip: string | null;
  } | null;
  /** In the caller's words, such as `next Tuesday after four`. */
  readonly wishedDate: string | null;
  /** ISO 8601 date. */
  readonly birthDate: string | null;
}

/** Gathers the facts that the turns of a telling say aloud. */
export function truthOf(told: {
  readonly story: Story;
  readonly telling: Telling;
  readonly facts: Pick<Teller, 'caller' | 'manner' | 'wish' | 'soon'>;
}): Truth {
  const { story, telling, facts } = told;
  const { caller } = facts;
  const slots = new Set<Slot>(telling.turns.flatMap((turn) => [...turn.tells]));
  const ifTold = <Value>(slot: Slot, value: Value) => (slots.has(slot) ? value : null);
  const { home, born } = caller;
  return {
    story: story.key,
    desk: story.desk,
    manner: facts.manner.name,
    problem: telling.problem,
    readings: telling.readings ?? [],
    firstName: caller.first,
    name: ifTold('name', `${caller.first} ${caller.last}`),
    phone: ifTold('phone', caller.phone),
    email: ifTold('email', caller.email),
    address: ifTold('street', {
      street: `${home.houseNumber} ${home.street}`,
      unit: home.unit,
      city: ifTold('town', home.city),
      state: ifTold('state', home.state),
      zip: ifTold('zip', home.zip),
    }),
    wishedDate: ifTold('soon', facts.soon.said) ?? ifTold('wish', facts.wish.said),
    birthDate: ifTold(
      'birthDate',
      `${born.year}-${String(born.month).padStart(2, '0')}-${String(born.day).padStart(2, '0')}`,
    ),
  };
}
