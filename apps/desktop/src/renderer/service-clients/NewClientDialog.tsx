import { PersonName, Scope } from '@ringdesk/shared';
import { type SyntheticEvent, useState } from 'react';
import { useChange } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Clients.module.css';
import { clientMessages } from './messages.ts';
import type { NewSecret } from './RotateDialog.tsx';

const say = clientMessages;

export interface NewClientDialogProps {
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}

/** A new service client: what it is called and what it may do. */
export function NewClientDialog({ onMade, onClose }: NewClientDialogProps) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const create = useChange('service-client.create', { touches: ['service-clients.list'] });
  const isNamed = PersonName.safeParse(name).success;

  function toggle(scope: Scope): void {
    setScopes((before) =>
      before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope],
    );
  }
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (create.isPending) return;
    const missing = isNamed ? say.scopesMissing : say.nameMissing;
    const isReady = isNamed && scopes.length > 0;
    setProblem(isReady ? null : missing);
    if (isReady) make();
  }
  function make(): void {
    create.mutate(
      { name: name.trim(), scopes: [...scopes] },
      {
        onSuccess: ({ secret, ...client }) => onMade({ client, secret }),
        onError: ({ refusal }) => setProblem(sayRefusal(refusal)),
      },
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={say.create} closeLabel={say.close}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={say.name}
          placeholder={say.namePlaceholder}
          maxLength={80}
          size="large"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <fieldset className={styles.fieldset}>
          <legend>{say.scopesTitle}</legend>
          {Scope.options.map((scope) => (
            <label key={scope} className={styles.scope}>
              <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
              <span>
                <b>{say.scopes[scope].label}</b>
                <span>{say.scopes[scope].hint}</span>
                <code>{scope}</code>
              </span>
            </label>
          ))}
        </fieldset>
        {problem === null ? null : (
          <Banner tone="trouble" isBoxed>
            {problem}
          </Banner>
        )}
        <footer className={styles.foot}>
          <Button size="large" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button type="submit" look="primary" size="large" aria-busy={create.isPending}>
            {say.createIt}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
