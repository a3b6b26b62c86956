import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useChange } from '../http/records.ts';
import { sayField, sayRefusal } from '../http/say-refusal.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { notice } from '../ui/notices.store.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import styles from './Account.module.css';
import { accountMessages } from './messages.ts';

const say = accountMessages;

/** The field for a password to be kept, with its rule and its strength. */
export type NewPassword = (field: {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}) => ReactNode;

/** A new password, for which the one before is shown. */
export function ChangePassword({ newPassword }: { readonly newPassword: NewPassword }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problems, setProblems] = useState<{ readonly current?: string; readonly next?: string }>({});
  const change = useChange('password.change', { touches: ['sessions.list'] });

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (change.isPending) return;
    setProblems(current === '' ? { current: say.passwordMissing } : {});
    if (current !== '') changeIt();
  }
  function changeIt(): void {
    change.mutate(
      { currentPassword: current, password: next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          notice(say.passwordChanged, 'well');
        },
        onError: ({ refusal }) => {
          const wrong = sayField(refusal, 'currentPassword');
          setProblems(wrong === undefined ? { next: sayRefusal(refusal) } : { current: wrong });
        },
      },
    );
  }
  return (
    <Card title={say.password} about={say.passwordAbout}>
      <form className={styles.form} onSubmit={submit}>
        <PasswordField
          label={say.currentPassword}
          showLabel={say.showPassword}
          capsLockHint={say.capsLock}
          autoComplete="current-password"
          size="large"
          value={current}
          problem={problems.current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        {newPassword({ label: say.newPassword, value: next, problem: problems.next, onChange: setNext })}
        <div>
          <Button type="submit" size="large" aria-busy={change.isPending} disabled={next === ''}>
            {say.changePassword}
          </Button>
        </div>
      </form>
    </Card>
  );
}
