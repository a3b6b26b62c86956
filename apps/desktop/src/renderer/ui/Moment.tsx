import { sayExactly, sayMoment } from './moments.ts';
import { Tooltip } from './Tooltip.tsx';

/** A moment in the past as people say it, and exactly on hover. */
export function Moment({ at, nowMs }: { readonly at: string; readonly nowMs: number }) {
  return (
    <Tooltip label={sayExactly(at)}>
      <time dateTime={at}>{sayMoment(at, nowMs)}</time>
    </Tooltip>
  );
}
