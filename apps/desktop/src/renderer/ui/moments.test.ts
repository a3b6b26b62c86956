import { describe, expect, it } from 'vitest';
import { sayDay, sayMoment } from './moments.ts';

const now = new Date(2026, 10, 21, 14, 30).getTime();
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
const inEnglish = (text: string) => text.replaceAll(/\u202F/g, ' ');

describe('a moment', () => {
  it.each([
    [at(2026, 10, 21, 14, 30), 'just now'],
    [at(2026, 10, 21, 14, 31), 'just now'],
    [at(2026, 10, 21, 14, 5), '25 min ago'],
    [at(2026, 10, 21, 9, 5), '9:05 AM'],
    [at(2026, 10, 20, 23, 59), 'Fri 11:59 PM'],
    [at(2026, 10, 15, 8, 0), 'Sun 8:00 AM'],
    [at(2026, 10, 14, 8, 0), 'Nov 14'],
    [at(2025, 10, 14, 8, 0), 'Nov 14, 2025'],
  ])('%s is said as “%s”', (moment, said) => {
    expect(inEnglish(sayMoment(moment, now))).toBe(said);
  });

  it('is a day with its year only when that is another one', () => {
    expect(sayDay(at(2026, 0, 3, 8, 0), now)).toBe('Jan 3');
    expect(sayDay(at(2025, 0, 3, 8, 0), now)).toBe('Jan 3, 2025');
  });
});
