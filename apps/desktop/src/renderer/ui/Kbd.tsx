import { classes } from './classes.ts';
import styles from './Kbd.module.css';
import { capsOf } from './keys.ts';

/** A key or a combination such as `Mod+K`. It repeats what is told elsewhere, so it is seen and not heard. */
export function Kbd({ keys, isOnAccent = false }: { readonly keys: string; readonly isOnAccent?: boolean }) {
  return (
    <span className={styles.keys} aria-hidden>
      {capsOf(keys).map((cap) => (
        <kbd key={cap} className={classes(styles.key, isOnAccent && styles.onAccent)}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
