interface TablePlace {
  readonly offsetPx: number;
  readonly activeKey: string | null;
}

const most = 50;
const places = new Map<string, TablePlace>();

/** Where somebody was in a table, for when they come back to it; `of` names the table and what it shows. */
export function placeIn(of: string): TablePlace {
  return places.get(of) ?? { offsetPx: 0, activeKey: null };
}

export function keepPlace(of: string, place: TablePlace): void {
  places.delete(of);
  places.set(of, place);
  const [oldest] = places.keys();
  if (places.size > most && oldest !== undefined) places.delete(oldest);
}
