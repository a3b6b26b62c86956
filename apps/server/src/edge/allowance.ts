const perSecond = 100;
const atMost = 300;

/** A token bucket for one desk: `atMost` operations at once, `perSecond` in the long run. */
export function createAllowance(nowMs: () => number): () => boolean {
  let left = atMost;
  let lastMs = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(atMost, left + ((now - lastMs) / 1000) * perSecond);
    lastMs = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
