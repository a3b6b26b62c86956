import { Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { announce } from './announcements.store.ts';
import { IconButton } from './IconButton.tsx';
import { TextField, type TextFieldProps } from './TextField.tsx';

export interface PasswordFieldProps extends Omit<TextFieldProps, 'after' | 'type'> {
  readonly showLabel: string;
  /** Told while Caps Lock is on. */
  readonly capsLockHint: string;
  readonly hint?: ReactNode;
}

/** A password that can be looked at, and says when Caps Lock is on. */
export function PasswordField({ showLabel, capsLockHint, hint, ...rest }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const [isCapsLock, setIsCapsLock] = useState(false);
  function heed(event: KeyboardEvent): void {
    const isOn = event.getModifierState('CapsLock');
    if (isOn && !isCapsLock) announce(capsLockHint);
    setIsCapsLock(isOn);
  }
  return (
    <TextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      onKeyDown={heed}
      onKeyUp={heed}
      onBlur={() => setIsCapsLock(false)}
      hint={isCapsLock ? capsLockHint : hint}
      after={
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={showLabel}
          isPressed={isShown}
          onClick={() => setIsShown(!isShown)}
        />
      }
    />
  );
}
