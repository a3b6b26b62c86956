import type { Person } from '@ringdesk/shared';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { useChange } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/notices.store.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './Account.module.css';
import { accountMessages } from './messages.ts';

const say = accountMessages;

export interface OwnNameProps {
  readonly person: Person;
  readonly onNamed: (person: Person) => void;
}

/** The own name, changed in place. */
export function OwnName({ person, onNamed }: OwnNameProps) {
  const [name, setName] = useState(person.name);
  const [problem, setProblem] = useState<string | null>(null);
  const change = useChange('user.change', { touches: ['user.read', 'users.list'] });
  const isChanged = name.trim() !== person.name;
  useEffect(() => setName(person.name), [person.name]);

  function save(event: SyntheticEvent): void {
    event.preventDefault();
    const wished = name.trim();
    setProblem(wished === '' ? say.nameMissing : null);
    if (wished !== '') become(wished);
  }
  function become(wished: string): void {
    change.mutate(
      { id: person.id, version: person.version, name: wished },
      {
        onSuccess: (saved) => {
          onNamed(saved);
          notice(say.saved, 'well');
        },
        onError: ({ refusal }) =>
          setProblem(refusal.code === 'STALE' ? say.nameStale(person.name) : sayRefusal(refusal)),
      },
    );
  }
  return (
    <form className={styles.nameForm} onSubmit={save}>
      <TextField
        label={say.name}
        value={name}
        maxLength={80}
        autoComplete="name"
        problem={problem ?? undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="submit"
        look={isChanged ? 'primary' : 'outlined'}
        disabled={!isChanged || change.isPending}
      >
        {say.save}
      </Button>
    </form>
  );
}
