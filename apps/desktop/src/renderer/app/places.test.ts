import { describe, expect, it } from 'vitest';
import { placeAt, placesOf } from './places.ts';
import { shortcutIds } from './shortcuts.ts';

const everybodys = ['/', '/customers', '/jobs', '/account'];

describe('the places of the desk', () => {
  it('are only those that the role may use', () => {
    expect(placesOf('rep').map(({ path }) => path)).toEqual(everybodys);
    expect(placesOf('supervisor').map(({ path }) => path)).toEqual(everybodys);
    expect(placesOf('admin').map(({ path }) => path)).toEqual([
      '/',
      '/customers',
      '/jobs',
      '/admin',
      '/account',
    ]);
  });

  it('have whatever stands below them, and nothing that only begins alike', () => {
    expect(placeAt('/admin/people', 'admin')).toBe('/admin');
    expect(placeAt('/administration', 'admin')).toBeNull();
    expect(placeAt('/customers/cus_1', 'rep')).toBe('/customers');
    expect(placeAt('/', 'rep')).toBe('/');
  });

  it('are closed to an address that somebody else copied', () => {
    expect(placeAt('/admin/people', 'rep')).toBeNull();
    expect(placeAt('/nowhere', 'admin')).toBeNull();
  });

  it('are each reached by an action of their own', () => {
    const ids = placesOf('admin').map(({ shortcut }) => shortcut);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(shortcutIds).toContain(id);
  });
});
