import { describe, expect, it } from 'vitest';
import { cityOf, sayClocks, sayStart, sayThere, sayTime } from './job-times.ts';

const losAngeles = 'America/Los_Angeles';
const plain = (text: string | null) => text?.replaceAll(/[\u202F\u2009]/g, ' ') ?? null;
const time = { start: '2026-11-24T22:00:00Z', end: '2026-11-25T00:00:00Z' };

describe('a time where room is scarce', () => {
  it.each([
    ['2026-11-24T22:00:00Z', 'Tue 2 PM'],
    ['2026-11-24T22:30:00Z', 'Tue 2:30 PM'],
    ['2026-12-01T22:00:00Z', 'Dec 1, 2 PM'],
  ])('%s is %s', (start, said) => {
    expect(plain(sayStart(start, Date.UTC(2026, 10, 21, 20), losAngeles))).toBe(said);
  });
});

describe('the time of a job', () => {
  it('is told in the zone of whoever looks', () => {
    expect(plain(sayTime(time, Date.UTC(2026, 10, 21), losAngeles))).toBe('Tue, Nov 24, 2:00 – 4:00 PM');
    expect(plain(sayTime(time, Date.UTC(2025, 10, 21), losAngeles))).toBe(
      'Tue, Nov 24, 2026, 2:00 – 4:00 PM',
    );
    expect(plain(sayClocks(time, losAngeles))).toBe('2:00 – 4:00 PM');
  });

  it('names the customer’s clock where it shows something else', () => {
    const ms = Date.parse(time.start);
    expect(plain(sayThere(ms, 'America/Chicago', losAngeles))).toBe('4:00 PM in Chicago');
    expect(plain(sayThere(ms, 'Asia/Tokyo', losAngeles))).toBe('Wed 7:00 AM in Tokyo');
    expect(sayThere(ms, 'America/Tijuana', losAngeles)).toBeNull();
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
