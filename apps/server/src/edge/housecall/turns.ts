/** Lets those who write to one record go one after the other, in the order of their coming; others do not wait. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <Value>(record: string, work: () => Promise<Value>): Promise<Value> => {
    const before = last.get(record);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(record, mine);
    try {
      return await mine;
    } finally {
      if (last.get(record) === mine) last.delete(record);
    }
  };
}
