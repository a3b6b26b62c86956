import { expect, it } from 'vitest';
import { callerOf } from './phone.ts';

it('a caller goes by name, and by number until the name is known', () => {
  expect(callerOf({ callerName: 'Maria Lopez', from: '+14155550132' })).toBe('Maria Lopez');
  expect(callerOf({ callerName: null, from: '+14155550132' })).toBe('+1 415 555 0132');
});
