import type { SuggestedValue } from '@ringdesk/shared';
import { parted } from './extensions.ts';
import type { Belief, Turn } from './listen.ts';
import { createListener } from './recognise.ts';
import type { Recognised } from './recognised.ts';

/** Follows one call by its turns: what is believed of it so far, as it may be suggested. */
export function followBeliefs(timeZone: string): (turns: readonly Turn[]) => readonly Belief[] {
  const listener = createListener({ timeZone, country: 'US' });
  return (turns) => listener.hear(turns).map(beliefOf);
}

function beliefOf(fact: Recognised): Belief {
  const { text, words, confidence, at } = fact;
  return { value: suggestedOf(fact), text, words, confidence, segment: at[0]?.segment ?? 1 };
}

function suggestedOf(fact: Recognised): SuggestedValue {
  switch (fact.field) {
    case 'name':
      return { field: 'name', ...fact.value };
    case 'phone':
      return { field: 'phone', ...parted(fact.value) };
    case 'email':
      return { field: 'email', email: fact.value };
    case 'address':
      return { field: 'address', ...fact.value };
    case 'wishedDate':
      return { field: 'wishedDate', ...fact.value };
    case 'problem':
      return { field: 'problem', kind: fact.value };
  }
}
