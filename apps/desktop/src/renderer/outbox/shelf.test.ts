import { describe, expect, it } from 'vitest';
import { keptEntry, keptKey, outboxComputer, owner, shelfWith, turn } from '../testing/build-outbox.ts';
import { openShelf } from './shelf.ts';

const maria = keptEntry({ id: 'key-m', name: 'customer.create', input: { firstName: 'Maria' }, tries: 0 });
const tom = { ...maria, id: 'key-t', input: { firstName: 'Tom' } };
const oldKey = `ringdesk.outbox.${owner}`;

describe('what lies on a computer', () => {
  it('is read in the order in which it was made, of its owner only', () => {
    const shelf = shelfWith({
      [keptKey('key-t')]: JSON.stringify({ ...tom, at: 5 }),
      [keptKey('key-m')]: JSON.stringify(maria),
      'ringdesk.outbox.usr_0000dana2.key-x': JSON.stringify(maria),
      'ringdesk.outbox.usr_0000lee.key-y': 'not ours',
    });
    const { entries, unread } = openShelf(shelf, owner).read();
    expect(entries.map(({ id }) => id)).toEqual(['key-m', 'key-t']);
    expect(unread).toEqual([]);
  });

  it('and cannot be read stays as it is, is told of, and goes only when somebody says so', async () => {
    for (const text of ['no json', '{}', '{"id":1}', JSON.stringify({ ...maria, name: 'auth.sign-out' })]) {
      const computer = outboxComputer(shelfWith({ [keptKey('later')]: text }));
      const { outbox, seen } = computer.openWindow();
      await turn();
      expect(seen).toMatchObject({ entries: [], unread: 1 });
      expect(computer.shelf.getItem(keptKey('later'))).toBe(text);
      outbox.dropUnread(keptKey('later'));
      expect(computer.shelf.keys()).toEqual([]);
    }
  });

  it('as one list of an earlier desk is taken apart, in its order; what is strange in it is kept aside', () => {
    const shelf = shelfWith({ [oldKey]: JSON.stringify([tom, { strange: true }, maria]) });
    const { entries, unread } = openShelf(shelf, owner).read();
    expect(entries.map(({ id }) => id)).toEqual(['key-t', 'key-m']);
    expect(unread).toEqual([{ key: keptKey('old-1'), text: '{"strange":true}' }]);
    expect(shelf.getItem(oldKey)).toBeNull();
    expect(openShelf(shelf, owner).read().entries).toHaveLength(2);
  });

  it('as a text of an earlier desk that is no list is kept aside whole', () => {
    const shelf = shelfWith({ [oldKey]: '{"half' });
    expect(openShelf(shelf, owner).read()).toEqual({
      entries: [],
      unread: [{ key: keptKey('old'), text: '{"half' }],
    });
  });

  it('stays one list when there is no room to take it apart', () => {
    const text = JSON.stringify([maria]);
    const full = {
      ...shelfWith({ [oldKey]: text }),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    openShelf(full, owner);
    expect(full.getItem(oldKey)).toBe(text);
  });
});
