import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { capsOf } from '../ui/keys.ts';
import styles from './HelpSheet.module.css';
import { appMessages } from './messages.ts';
import { type ShortcutGroup, shortcutIds, shortcutOf } from './shortcuts.ts';

const groups: readonly ShortcutGroup[] = [
  'calls',
  'caller',
  'queue',
  'presence',
  'customers',
  'jobs',
  'desk',
];

/** Every key, drawn from the one table. */
export function HelpSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={appMessages.helpTitle}
      closeLabel={appMessages.close}
      widthPx={680}
    >
      <p className={styles.hint}>{appMessages.helpHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where the keys are more than the window holds, arrows read on */}
      <section className={styles.groups} aria-label={appMessages.helpTitle} tabIndex={0}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{appMessages.groups[group]}</h3>
            <ul>
              {shortcutIds.map((id) => {
                const { keys, label, group: own } = shortcutOf(id);
                if (own !== group || keys === null) return null;
                return (
                  <li key={id} className={styles.line}>
                    <span>{label}</span>
                    <span className="only-heard">{capsOf(keys).join(' ')}</span>
                    <Kbd keys={keys} />
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </section>
    </Dialog>
  );
}
