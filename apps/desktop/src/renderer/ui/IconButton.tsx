import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** Its name for those who hear it, and its tooltip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly isPressed?: boolean;
  readonly size?: 'normal' | 'large';
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

/** A button that is only an icon; the label is its tooltip and its accessible name. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, isPressed, size = 'normal', tooltipSide, className, ...rest } = props;
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        {...rest}
        className={classes(
          styles.button,
          styles.quiet,
          styles.icon,
          size === 'large' && styles.large,
          isPressed === true && styles.pressed,
          className,
        )}
      >
        <Icon size={size === 'large' ? 18 : 16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
