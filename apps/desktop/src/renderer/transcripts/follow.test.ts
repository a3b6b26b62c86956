import { describe, expect, it } from 'vitest';
import { following, readAt, scrolled } from './follow.ts';

describe('following the newest words', () => {
  it('a rep who scrolls up stays where they read, whatever is said', () => {
    const reading = scrolled(following, { distance: 300, isUp: true, segments: 7 });
    expect(reading).toEqual({ kind: 'reading', seen: 7 });
    expect(scrolled(reading, { distance: 900, isUp: true, segments: 12 })).toBe(reading);
    expect(scrolled(reading, { distance: 400, isUp: false, segments: 12 })).toBe(reading);
  });

  it('a list that grew is no reason to stop following', () => {
    expect(scrolled(following, { distance: 500, isUp: false, segments: 7 })).toBe(following);
  });

  it('a twitch of the finger at the end is not reading', () => {
    expect(scrolled(following, { distance: 8, isUp: true, segments: 7 })).toBe(following);
  });

  it('coming back to the end follows again', () => {
    expect(scrolled({ kind: 'reading', seen: 7 }, { distance: 10, isUp: false, segments: 12 })).toBe(
      following,
    );
  });

  it('jumping to a match is reading, and keeps the count of what is new', () => {
    expect(readAt(following, 9)).toEqual({ kind: 'reading', seen: 9 });
    expect(readAt({ kind: 'reading', seen: 4 }, 9)).toEqual({ kind: 'reading', seen: 4 });
  });
});
