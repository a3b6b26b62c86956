/** A window of a day; without `to` it is a beginning, without `from` an end. */
export interface Window {
  readonly from?: string;
  readonly to?: string;
}

export interface SpokenWindow extends Window {
  readonly at: number;
  readonly end: number;
}

/** The window alone, without where it was said. */
export function plain({ from, to }: Window): Window {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** From minutes of the day. */
export function spelledOut(from: number | null, to: number | null): Window {
  return {
    ...(from === null ? {} : { from: clockText(from) }),
    ...(to === null ? {} : { to: clockText(to) }),
  };
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
