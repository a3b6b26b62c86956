import type { Copy, Disk } from './kept-shelf.ts';

const store = 'copies';
const strict = { durability: 'strict' } as const;

/** Copies in IndexedDB, each on the disk before it is told as kept (https://www.w3.org/TR/IndexedDB/#transaction-durability-hint). */
export function openDisk(name: string, factory: () => IDBFactory): Disk {
  let opened: Promise<IDBDatabase> | null = null;
  const database = async () => {
    opened ??= openDatabase(name, factory()).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    const db = await opened;
    return db;
  };
  return {
    async all() {
      const db = await database();
      return answered(db.transaction(store).objectStore(store).getAll() as IDBRequest<Copy[]>);
    },
    async put(copy) {
      const transaction = (await database()).transaction(store, 'readwrite', strict);
      const copies = transaction.objectStore(store);
      const done = settled(transaction);
      const known = await answered(copies.get(copy.key) as IDBRequest<Copy | undefined>);
      if (known === undefined || known.at < copy.at) copies.put(copy);
      await done;
    },
    async forget(keys) {
      if (keys.length === 0) return;
      const transaction = (await database()).transaction(store, 'readwrite');
      for (const key of keys) transaction.objectStore(store).delete(key);
      await settled(transaction);
    },
  };
}

function openDatabase(name: string, factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.addEventListener('upgradeneeded', () =>
    request.result.createObjectStore(store, { keyPath: 'key' }),
  );
  return answered(request);
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the disk did not answer')));
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the disk is full')));
  });
}
