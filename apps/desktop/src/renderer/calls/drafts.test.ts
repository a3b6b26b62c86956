import { CallId, UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { draftsOn, dropOldDrafts, type Shelf } from './drafts.ts';

function shelf(limit = 1_000): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
    key: (place) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const call = CallId.parse('call_000001');
const me = UserId.parse('usr_000001');
const dana = UserId.parse('usr_000002');
const day = 86_400_000;

describe('unsaved notes on this computer', () => {
  it('come back for the same person and call, and for nobody else', () => {
    const here = shelf();
    draftsOn(here, me).keep(call, { text: 'leak', base: '' }, 0);
    expect(draftsOn(here, me).read(call)).toEqual({ text: 'leak', base: '' });
    expect(draftsOn(here, dana).read(call)).toBeNull();
    expect(draftsOn(here, me).read(CallId.parse('call_000002'))).toBeNull();
  });

  it('are gone once they are saved', () => {
    const here = shelf();
    draftsOn(here, me).keep(call, { text: 'leak', base: '' }, 0);
    draftsOn(here, me).drop(call);
    expect(here.kept.size).toBe(0);
  });

  it('a computer without room says so and goes on', () => {
    expect(draftsOn(shelf(10), me).keep(call, { text: 'x'.repeat(99), base: '' }, 0)).toBe(false);
  });

  it('what cannot be read is no draft', () => {
    const here = shelf();
    here.setItem(`ringdesk.notes.${me}.${call}`, '{broken');
    expect(draftsOn(here, me).read(call)).toBeNull();
  });

  it('are let go after two weeks, and nothing else is', () => {
    const here = shelf();
    here.setItem('ringdesk.theme', 'dark');
    draftsOn(here, me).keep(call, { text: 'old', base: '' }, 0);
    draftsOn(here, dana).keep(call, { text: 'new', base: '' }, 10 * day);
    dropOldDrafts(here, 15 * day);
    expect([...here.kept.keys()]).toEqual(['ringdesk.theme', `ringdesk.notes.${dana}.${call}`]);
  });
});
