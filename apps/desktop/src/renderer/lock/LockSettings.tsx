import { SelectField } from '../ui/SelectField.tsx';
import { lockMinutes, readLockMinutes } from './idle.ts';
import { setLockMinutes, useLockMinutes } from './lock-settings.store.ts';
import { lockMessages } from './messages.ts';

const choices = lockMinutes.map((minutes) => ({
  value: String(minutes),
  label: lockMessages.minutes(minutes),
}));

/** After how long the desk of this computer locks by itself. */
export function LockSettings() {
  const minutes = useLockMinutes();
  return (
    <SelectField
      label={lockMessages.after}
      hint={lockMessages.afterHint}
      value={String(minutes)}
      choices={choices}
      onChange={(value) => setLockMinutes(readLockMinutes(value))}
    />
  );
}
