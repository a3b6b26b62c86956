import { describe, expect, it } from 'vitest';
import { openingHour } from './calendar-size.ts';

describe('the hour at which the calendar opens', () => {
  it('is where the working day begins, on days that are not today and while now is in sight', () => {
    expect(openingHour(null, 9)).toBe(6.75);
    expect(openingHour(11.5, 9)).toBe(6.75);
    expect(openingHour(2, 9)).toBe(6.75);
  });

  it('is a little before now in the evening, when now would be below', () => {
    expect(openingHour(15, 9)).toBe(13);
    expect(openingHour(21.5, 14)).toBe(19.5);
  });
});
