import type { ReactNode } from 'react';
import styles from './Page.module.css';

export interface PageProps {
  readonly title: string;
  /** Under the title: what one does here, in a sentence. */
  readonly about?: ReactNode;
  /** On the right of the title. */
  readonly actions?: ReactNode;
  /** Between the head and the content, such as links to sister pages. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
  /** For cards, which stand in one column or two, as there is room. */
  readonly hasCards?: boolean;
}

/** A place of the app that is not the desk: a head that stays, and content that scrolls. */
export function Page({ title, about, actions, below, children, hasCards = false }: PageProps) {
  return (
    <main className={styles.page} tabIndex={-1} aria-label={title}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {about === undefined ? null : <p>{about}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {below}
      <div className={styles.body}>
        {hasCards ? <div className={styles.cards}>{children}</div> : children}
      </div>
    </main>
  );
}
