import { type Person, Role } from '@ringdesk/shared';
import { useState } from 'react';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { peopleMessages } from './messages.ts';
import styles from './People.module.css';
import { useChangePerson } from './use-change-person.ts';

const say = peopleMessages;
const choices = Role.options.map((role) => ({ value: role, label: say.roles[role] }));

/** What somebody may do, changed at once, and back again with one click. */
export function PersonRole({ person }: { readonly person: Person }) {
  const { change, problem, isBusy } = useChangePerson(person);
  const [before, setBefore] = useState<Role | null>(null);

  async function become(role: Role, undoTo: Role | null): Promise<void> {
    if (isBusy || role === person.role) return;
    const trouble = await change({ role });
    setBefore(trouble === null ? undoTo : null);
  }
  return (
    <section className={styles.part}>
      <SelectField
        label={say.role}
        hint={say.roleHints[person.role]}
        value={person.role}
        choices={choices}
        onChange={(role) => void become(role, person.role)}
      />
      {problem === null ? null : (
        <Banner tone="trouble" isBoxed>
          {problem}
        </Banner>
      )}
      {before === null || before === person.role || problem !== null ? null : (
        <Banner
          tone="well"
          isBoxed
          action={<Button onClick={() => void become(before, null)}>{say.undo}</Button>}
        >
          {say.roleChanged(before, person.role)}
        </Banner>
      )}
    </section>
  );
}
