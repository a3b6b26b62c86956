import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZonedMoment } from './page.ts';

describe('a moment in a zone of its own', () => {
  test.each([
    ['2026-11-24T16:00:00-06:00', '2026-11-24T22:00:00.000Z'],
    ['2026-11-24T16:00:00Z', '2026-11-24T16:00:00.000Z'],
    ['2026-11-24T16:00:00.9996+05:45', '2026-11-24T10:15:00.999Z'],
    ['1970-01-01T00:00:00-10:00', '1970-01-01T10:00:00.000Z'],
    ['2026-11-24T10:00:00+23:59', '2026-11-23T10:01:00.000Z'],
  ])('%s is read as %s', (typed, read) => {
    expect(ZonedMoment.parse(typed)).toBe(read);
  });

  test.each([
    '1970-01-01T00:00:00+10:00',
    '2199-12-31T23:30:00-05:00',
    '2026-11-24T16:00:00',
    '2026-02-30T16:00:00Z',
    '2026-11-24T24:00:00Z',
    `2026-11-24T16:00:00.${'0'.repeat(60)}Z`,
    'infinity',
  ])('%s is refused', (typed) => {
    expect(ZonedMoment.safeParse(typed).success).toBe(false);
  });

  test('is the same moment, whatever zone it is told in', () => {
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const moment = fc.date({
      min: new Date('1971-01-01'),
      max: new Date('2198-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, offset, (at, minutes) => {
        const wall = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const zone = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(ZonedMoment.parse(wall + zone)).toBe(at.toISOString());
      }),
    );
  });
});
