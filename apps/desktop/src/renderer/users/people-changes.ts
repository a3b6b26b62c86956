import type { Output, Person, Question } from '@ringdesk/shared';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { peopleMessages } from './messages.ts';

const say = peopleMessages.changed;

/** What is different about a person, in words; empty when nothing is that an admin could see. */
export function sayChanges(before: Person, after: Person): readonly string[] {
  const said: string[] = [];
  if (before.name !== after.name) said.push(say.name(before.name, after.name));
  if (before.role !== after.role) said.push(say.role(before.role, after.role));
  if (before.isDisabled !== after.isDisabled) said.push(after.isDisabled ? say.disabled : say.enabled);
  return said;
}

/** A person as a change would leave them. */
export function personAfter(person: Person, { name, role, isDisabled }: Question<'user.change'>): Person {
  return {
    ...person,
    name: name ?? person.name,
    role: role ?? person.role,
    isDisabled: isDisabled ?? person.isDisabled,
    sessions: isDisabled === true ? 0 : person.sessions,
  };
}

/** Shows a change in the list and in the details before the server has answered. */
export function foreseeChange(records: QueryClient, input: Question<'user.change'>): void {
  const change = (person: Person) => (person.id === input.id ? personAfter(person, input) : person);
  records.setQueriesData<Person>({ queryKey: ['user.read'] }, (person) => person && change(person));
  records.setQueriesData<InfiniteData<Output<'users.list'>>>(
    { queryKey: ['users.list'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })),
      },
  );
}
