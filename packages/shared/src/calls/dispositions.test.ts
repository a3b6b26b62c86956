import { describe, expect, test } from 'vitest';
import { Disposition, dispositionNotRecorded, standardDispositions } from './dispositions.ts';

describe('how a call came out', () => {
  test.each([
    ...standardDispositions.map(({ key }) => key),
    dispositionNotRecorded,
    'Rückruf 2',
    ' job-booked ',
  ])('"%s" is taken', (word) => {
    expect(Disposition.safeParse(word)).toEqual({ success: true, data: word.trim() });
  });

  test.each([
    '',
    '   ',
    '-x',
    '<b>',
    'a\nb',
    'x'.repeat(61),
    'a\u0000b',
    null,
    7,
    ['job-booked'],
    { key: 'spam' },
  ])('%j is refused', (word) => {
    expect(Disposition.safeParse(word).success).toBe(false);
  });
});
