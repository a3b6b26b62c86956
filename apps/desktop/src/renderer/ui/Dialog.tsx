import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly widthPx?: number;
  /** The title is heard only and the body has the whole card. */
  readonly isBare?: boolean;
}

/** A window over the app. Focus stays inside and goes back to where it was; Escape and a click outside close it. */
export function Dialog({
  isOpen,
  onClose,
  title,
  closeLabel,
  children,
  widthPx = 520,
  isBare = false,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  useWayBack(isOpen);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstFieldIn(popup.current)}
          className={styles.popup}
          style={{ width: `min(${widthPx}px, calc(100vw - 32px))` }}
        >
          {isBare ? (
            <Base.Title className="only-heard">{title}</Base.Title>
          ) : (
            <header className={styles.head}>
              <Base.Title>{title}</Base.Title>
              <IconButton icon={X} label={closeLabel} onClick={onClose} />
            </header>
          )}
          {isBare ? children : <div className={styles.body}>{children}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Gives the focus back to what had it, also where that is no stop of the tab order, such as the page itself. */
function useWayBack(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const home = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const isThere = home instanceof HTMLElement && home.isConnected && home !== document.body;
        const to = isThere ? home : pageInSight();
        to?.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}

/** The desk stands behind every other place, hidden. */
function pageInSight(): HTMLElement | undefined {
  return [...document.querySelectorAll('main')].find((main) => main.checkVisibility());
}

/** The first field, or the window itself: a focused close button would show its tooltip over the title. */
function firstFieldIn(popup: HTMLElement | null): HTMLElement | null {
  return popup?.querySelector<HTMLElement>('input, textarea, select') ?? popup;
}
