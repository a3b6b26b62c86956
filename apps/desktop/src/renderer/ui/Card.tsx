import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

export interface CardProps {
  readonly title: string;
  readonly about?: ReactNode;
  /** On the right of the title. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled part of a page that stands for itself. */
export function Card({ title, about, action, children }: CardProps) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {about === undefined ? null : <p>{about}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
