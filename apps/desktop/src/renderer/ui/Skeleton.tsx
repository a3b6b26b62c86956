import { useEffect, useState } from 'react';
import styles from './Skeleton.module.css';

/** The shape of words that are on their way. Sizes are CSS lengths. */
export function Skeleton({
  width = '100%',
  height = '0.75rem',
}: {
  readonly width?: string;
  readonly height?: string;
}) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden />;
}

/** True once `isLoading` has lasted 300 ms: what loads faster shows no shape at all. */
export function useSlowly(isLoading: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isLoading) return setIsSlow(false);
    const timer = setTimeout(() => setIsSlow(true), 300);
    return () => clearTimeout(timer);
  }, [isLoading]);
  return isSlow && isLoading;
}
