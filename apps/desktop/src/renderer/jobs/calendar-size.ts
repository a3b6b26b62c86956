/** The height of one hour in the calendar; the style sheet draws its lines by the same. */
export const hourRem = 3;

/** A little above seven, so that the hour itself can be read. */
const morning = 6.75;
const aboveNow = 2;

/** The hour at the top when the calendar opens: where the working day begins, or a little before now where now is below that. */
export function openingHour(nowHour: number | null, hoursInSight: number): number {
  const isInSight = nowHour === null || nowHour < morning + hoursInSight - 1;
  return isInSight ? morning : nowHour - aboveNow;
}
