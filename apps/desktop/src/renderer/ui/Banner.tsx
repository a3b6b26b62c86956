import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classes } from './classes.ts';

export type Tone = 'info' | 'well' | 'careful' | 'trouble';

const icons = { info: Info, well: CircleCheck, careful: TriangleAlert, trouble: CircleAlert } as const;

export interface BannerProps {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** With round corners, for use inside a panel. */
  readonly isBoxed?: boolean;
}

/** What happened, what is safe and what to do, in one or two sentences. Trouble is announced at once, the rest politely. */
export function Banner({ tone, title, children, action, isBoxed = false }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'trouble' ? 'alert' : 'status'}
      className={classes(styles.banner, styles[tone], isBoxed && styles.boxed)}
    >
      <Icon size={16} strokeWidth={2} aria-hidden />
      <div className={styles.words}>
        {title === undefined ? null : <span className={styles.title}>{title} </span>}
        {children}
      </div>
      {action}
    </div>
  );
}
