import type { Output } from '@ringdesk/shared';
import { useEffect, useState } from 'react';
import { waysIn } from './ways-in.ts';

export type Ways = Output<'auth.ways'>;

const patienceMs = 300;
const againMs = 3000;
/** What is offered while the server is away: what every server has. */
const bare: Ways = { isDemo: false, mailAt: null };

/** Which ways in this server has: `asking` for a moment at most, and asked again until it answers. */
export function useWaysIn(): Ways | 'asking' {
  const [ways, setWays] = useState<Ways | 'asking'>('asking');
  useEffect(() => {
    let isHere = true;
    let timer: ReturnType<typeof setTimeout>;
    async function ask(): Promise<void> {
      const answer = await waysIn();
      if (!isHere) return;
      if (answer.ok) return setWays(answer.value);
      setWays((now) => (now === 'asking' ? bare : now));
      timer = setTimeout(() => void ask(), againMs);
    }
    const late = setTimeout(() => setWays((now) => (now === 'asking' ? bare : now)), patienceMs);
    void ask();
    return () => {
      isHere = false;
      clearTimeout(timer);
      clearTimeout(late);
    };
  }, []);
  return ways;
}
