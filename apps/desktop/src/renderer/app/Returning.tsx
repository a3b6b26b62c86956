import { signedOut } from '../auth/session.store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSlowly } from '../ui/Skeleton.tsx';
import { appMessages } from './messages.ts';

/** While the kept session is asked for: nothing for as long as it is quick, then what is being waited for. */
export function Returning() {
  const isSlow = useSlowly(true);
  if (!isSlow) return null;
  return (
    <main style={{ height: '100%' }}>
      <EmptyState
        title={appMessages.returning}
        actions={<Button onClick={() => signedOut(null)}>{appMessages.otherAccount}</Button>}
      >
        {appMessages.returningHint}
      </EmptyState>
    </main>
  );
}
