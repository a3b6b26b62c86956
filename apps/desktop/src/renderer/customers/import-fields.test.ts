import { describe, expect, it } from 'vitest';
import { guessColumns, hasHeader } from './import-fields.ts';

const guess = (...header: string[]) => guessColumns(header, []);

describe('the columns of a file', () => {
  it.each([
    ['First Name', 'firstName'],
    ['FIRST_NAME', 'firstName'],
    ['Surname', 'lastName'],
    ['E-Mail', 'email'],
    ['Email Address', 'email'],
    ['Cell Phone', 'mobile'],
    ['Phone 2', 'phone'],
    ['Street Address', 'street'],
    ['Address 1', 'street'],
    ['Address Line 2', 'unit'],
    ['ZIP / Postal Code', 'zip'],
    ['Town', 'city'],
    ['How did you hear about us?', 'leadSource'],
    ['Straße', null],
    ['Shoe size', null],
    ['', null],
  ])('called “%s” are taken for %s', (name, field) => {
    expect(guess(name)).toEqual([field]);
  });

  it('are known by the names of an export', () => {
    const exported =
      'id,firstName,lastName,company,email,mobile,home,work,street,unit,city,state,zip,country,tags,leadSource,timeZone,notes,createdAt'.split(
        ',',
      );
    const known = guess(...exported);
    expect(known).toEqual(exported.map((name) => (name === 'id' || name === 'createdAt' ? null : name)));
  });

  it('mean each field once, but for numbers, tags and notes', () => {
    expect(guess('Email', 'Mail', 'Phone', 'Phone 2')).toEqual(['email', null, 'phone', 'phone']);
  });

  it('are guessed by what stands in them where nothing names them', () => {
    const rows = [
      ['Maria', 'maria@example.com', '(415) 555-0132'],
      ['Lee', 'lee@example.com', '+1 415 555 0133 x12'],
    ];
    expect(guessColumns(null, rows)).toEqual([null, 'email', 'phone']);
    // Under other named columns a column of digits may be a customer number.
    expect(guessColumns(['First name', 'x', 'Account no'], rows)).toEqual(['firstName', 'email', null]);
  });

  it('begin with their names unless the first line is somebody already', () => {
    expect(hasHeader(['Name', 'Phone'])).toBe(true);
    expect(hasHeader(['Maria Lopez', '(415) 555-0132'])).toBe(false);
    expect(hasHeader(['Maria Lopez', 'maria@example.com'])).toBe(false);
    expect(hasHeader(['Shoe size', 'Colour'])).toBe(true);
  });
});
