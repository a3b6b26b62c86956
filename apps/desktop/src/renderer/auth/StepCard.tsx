import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from '../ui/announcements.store.ts';
import { Banner } from '../ui/Banner.tsx';
import { plainText } from '../ui/plain-text.ts';
import styles from './StepCard.module.css';

export interface StepCardProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What is wrong with the step as a whole. */
  readonly problem?: string | undefined;
  readonly children: ReactNode;
  /** The ways to other steps. */
  readonly foot?: ReactNode;
}

/** One step at the door. Its title is spoken when it comes; the first field to fill has the focus, or the title where there is none. */
export function StepCard({ title, lead, problem, children, foot }: StepCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    announce(title);
    const fields = [
      ...(card.current?.querySelectorAll<HTMLInputElement>('form input:not([tabindex="-1"])') ?? []),
    ];
    const next = fields.find((field) => field.value === '') ?? fields[0] ?? card.current?.querySelector('h1');
    next?.focus();
  }, [title]);
  return (
    <section ref={card} className={styles.card} aria-labelledby="step">
      <header className={styles.head}>
        <h1 id="step" tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </header>
      {problem === undefined ? null : (
        <Banner tone="trouble" isBoxed>
          {problem}
        </Banner>
      )}
      {children}
      {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
    </section>
  );
}

/** A sentence with an address in it that may be long, or written from right to left. */
export function WithAddress({ words }: { readonly words: readonly [string, string, string] }) {
  const [before, address, after] = words;
  return (
    <>
      {before}
      <bdi className={styles.address}>{plainText(address)}</bdi>
      {after}
    </>
  );
}
