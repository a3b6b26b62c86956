import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export interface MenuProps {
  /** The one element that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly side?: 'bottom' | 'right' | 'top';
  readonly align?: 'start' | 'center' | 'end';
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** A menu on its trigger: arrows move, typing finds, Escape closes and gives the focus back. */
export function Menu({
  trigger,
  children,
  side = 'bottom',
  align = 'start',
  isOpen,
  onOpenChange,
}: MenuProps) {
  const control = isOpen === undefined ? {} : { open: isOpen };
  return (
    <Base.Root {...control} onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className={styles.positioner}>
          <Base.Popup className={styles.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly meta?: string;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  /** Given: the item is one of a choice and shows whether it is taken. */
  readonly isChosen?: boolean;
  readonly onPick: () => void;
}

/** One line of a menu. */
export function MenuItem(props: MenuItemProps) {
  const { label, icon: Icon, meta, keys, isDisabled = false, isChosen, onPick } = props;
  const inside = (
    <>
      {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <span className={styles.label}>{label}</span>
      {meta === undefined ? null : <span className={styles.meta}>{meta}</span>}
      {keys === undefined ? null : <Kbd keys={keys} />}
      {isChosen === undefined ? null : (
        <span className={styles.check}>{isChosen ? <Check size={16} aria-hidden /> : null}</span>
      )}
    </>
  );
  if (isChosen === undefined) {
    return (
      <Base.Item className={styles.item} disabled={isDisabled} onClick={onPick} label={label}>
        {inside}
      </Base.Item>
    );
  }
  return (
    <Base.CheckboxItem
      className={styles.item}
      disabled={isDisabled}
      checked={isChosen}
      onClick={onPick}
      closeOnClick
      label={label}
    >
      {inside}
    </Base.CheckboxItem>
  );
}

/** Names the items below it. */
export function MenuTitle({ children }: { readonly children: ReactNode }) {
  return <div className={styles.title}>{children}</div>;
}

export function MenuRule() {
  return <Base.Separator className={styles.rule} />;
}
