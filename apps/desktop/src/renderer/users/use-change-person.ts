import type { Person, Question, Refusal } from '@ringdesk/shared';
import { useState } from 'react';
import { call } from '../http/call.ts';
import { refusalOf, useChange } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { peopleMessages } from './messages.ts';
import { foreseeChange, sayChanges } from './people-changes.ts';

const say = peopleMessages;

export type PersonChange = Omit<Question<'user.change'>, 'id' | 'version'>;

/** Changes a person as they are shown. What somebody else changed meanwhile is not overwritten but told. */
export function useChangePerson(person: Person) {
  const [problem, setProblem] = useState<string | null>(null);
  const mutation = useChange('user.change', {
    touches: ['user.read', 'users.list', 'user.sessions'],
    foresee: foreseeChange,
  });

  async function change(wish: PersonChange): Promise<string | null> {
    const refusal = await refusalOf(
      mutation.mutateAsync({ id: person.id, version: person.version, ...wish }),
    );
    const sentence = refusal === null ? null : await sayWhyNot(refusal, person);
    setProblem(sentence);
    return sentence;
  }
  return { change, problem, isBusy: mutation.isPending };
}

async function sayWhyNot(refusal: Refusal, before: Person): Promise<string> {
  if (refusal.code === 'ADMIN_LAST') return say.lastAdmin;
  if (refusal.code !== 'STALE') return sayRefusal(refusal);
  const now = await call('user.read', { id: before.id });
  const changes = now.ok ? sayChanges(before, now.value) : [];
  return say.stale(changes.length === 0 ? say.staleUnseen : changes.join(', '));
}
