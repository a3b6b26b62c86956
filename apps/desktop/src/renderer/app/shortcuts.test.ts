import { afterEach, describe, expect, it } from 'vitest';
import { findActions } from './find-actions.ts';
import {
  type Press,
  registerShortcut,
  runShortcut,
  shortcutIds,
  shortcutOf,
  type Where,
} from './shortcuts.ts';

const press = (key: string, over: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

let leave: Array<() => void> = [];
afterEach(() => {
  for (const one of leave) one();
  leave = [];
});

function listen(...ids: ReadonlyArray<Parameters<typeof registerShortcut>[0]['id']>): string[] {
  const ran: string[] = [];
  for (const id of ids) leave.push(registerShortcut({ id, run: () => ran.push(id) }));
  return ran;
}

describe('keys', () => {
  it('end a call with E on the page', () => {
    const ran = listen('call.end');
    expect(runShortcut(press('e'), 'page')).toBe(true);
    expect(ran).toEqual(['call.end']);
  });

  it('never fire as single letters while somebody types, nor inside a menu', () => {
    const ran = listen('call.end', 'presence.away');
    for (const where of ['field', 'popup'] as const satisfies readonly Where[]) {
      expect(runShortcut(press('e'), where)).toBe(false);
      expect(runShortcut(press('b'), where)).toBe(false);
    }
    expect(ran).toEqual([]);
  });

  it('take what was heard while nothing has the focus, and move the focus anywhere else', () => {
    const ran = listen('suggestion.take');
    for (const where of ['page', 'field', 'button', 'popup'] as const satisfies readonly Where[])
      expect(runShortcut(press('Tab'), where)).toBe(false);
    expect(runShortcut(press('Tab', { shiftKey: true }), 'home')).toBe(false);
    expect(runShortcut(press('Tab'), 'home')).toBe(true);
    expect(ran).toEqual(['suggestion.take']);
  });

  it('open the palette with Ctrl or Command, also from a field', () => {
    const ran = listen('palette.open');
    runShortcut(press('k', { ctrlKey: true }), 'field');
    runShortcut(press('k', { metaKey: true }), 'page');
    runShortcut(press('k'), 'page');
    expect(ran).toEqual(['palette.open', 'palette.open']);
  });

  it('with Shift are keys of their own: Ctrl-L stays the browser’s', () => {
    const ran = listen('session.lock');
    expect(runShortcut(press('l', { ctrlKey: true }), 'page')).toBe(false);
    expect(runShortcut(press('L', { shiftKey: true }), 'page')).toBe(false);
    expect(runShortcut(press('L', { ctrlKey: true, shiftKey: true }), 'field')).toBe(true);
    expect(ran).toEqual(['session.lock']);
  });

  it('leave Enter to a button that has the focus', () => {
    const ran = listen('offer.take');
    expect(runShortcut(press('Enter'), 'button')).toBe(false);
    expect(runShortcut(press('Enter'), 'page')).toBe(true);
    expect(ran).toEqual(['offer.take']);
  });

  it('leave browser keys such as Ctrl-E alone', () => {
    listen('call.end');
    expect(runShortcut(press('e', { ctrlKey: true }), 'page')).toBe(false);
    expect(runShortcut(press('e', { altKey: true }), 'page')).toBe(false);
  });

  it('mean what came last when two want the same one', () => {
    const first: string[] = [];
    leave.push(registerShortcut({ id: 'call.note', run: () => first.push('frame') }));
    const takeBack = registerShortcut({ id: 'call.note', run: () => first.push('panel') });
    runShortcut(press('n'), 'page');
    takeBack();
    runShortcut(press('n'), 'page');
    expect(first).toEqual(['panel', 'frame']);
  });

  it.each([
    ['the desk', ['calls', 'caller', 'queue', 'presence', 'desk']],
    ['the customers', ['customers', 'desk']],
    ['the jobs', ['jobs', 'desk']],
  ])('are given once only at %s', (_place, groups) => {
    const there = shortcutIds.filter((id) => groups.includes(shortcutOf(id).group));
    const keys = there.flatMap((id) => shortcutOf(id).keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the palette', () => {
  it('finds actions by parts of their words, the best first', () => {
    const actions = [
      { label: 'Search the queue' },
      { label: 'Give the call back to the queue' },
      { label: 'Queue first' },
    ];
    expect(findActions(actions, 'queue').map((it) => it.label)[0]).toBe('Queue first');
    expect(findActions(actions, 'back qu').map((it) => it.label)).toEqual([
      'Give the call back to the queue',
    ]);
    expect(findActions(actions, 'zebra')).toEqual([]);
  });
});
