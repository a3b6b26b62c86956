import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { page, rightsPage } from './rights.ts';

describe('the page about rights', () => {
  it('says what the policies say; after a change, write it anew with: node scripts/rights.ts', () => {
    expect(readFileSync(page, 'utf8')).toBe(rightsPage());
  });
});
