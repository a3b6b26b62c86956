/** The query of a request. Lists come as `name[]=a&name[]=b`, `name[0]=a&name[1]=b`, `name=a&name=b` or `name=a,b`. */
export interface Query {
  /** The last value of this name, or null. */
  readonly one: (name: string) => string | null;
  readonly all: (name: string) => readonly string[];
}

/** Reads a query; names that nobody asks for are ignored, as Housecall Pro does. */
export function queryOf(search: string): Query {
  const given = new URLSearchParams(search);
  return {
    one: (name) => given.getAll(name).at(-1) ?? null,
    all: (name) =>
      [...given]
        .filter(([key]) => key.replace(/\[\d*\]$/, '') === name)
        .flatMap(([, value]) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
  };
}

/** Whether an answer is to hold this part, too. */
export function isExpanded(query: Query, part: string): boolean {
  return query.all('expand').includes(part);
}
