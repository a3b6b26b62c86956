const minutes = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment in the gutter, such as `09:41`, in this computer's time zone. */
export function gutterTime(moment: string): string {
  return minutes.format(new Date(moment));
}

/** The same moment to the second, with its date. */
export function exactTime(moment: string): string {
  return exact.format(new Date(moment));
}
