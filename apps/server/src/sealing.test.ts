import { describe, expect, it } from 'vitest';
import { createSealing } from './sealing.ts';

const sealing = createSealing('a secret for tests that is long enough');

describe('what is sealed', () => {
  it('opens with the same secret and about the same row only', () => {
    const sealed = sealing.seal('JBSWY3DP', 'usr_dana');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(sealing.open(sealed, 'usr_dana')).toBe('JBSWY3DP');
    expect(sealing.open(sealed, 'usr_lee')).toBeNull();
    expect(createSealing('another secret that is long enough too').open(sealed, 'usr_dana')).toBeNull();
  });

  it('differs each time, and does not open once any byte of it was changed', () => {
    const sealed = sealing.seal('words', 'row');
    expect(sealing.seal('words', 'row')).not.toBe(sealed);
    const bytes = Buffer.from(sealed, 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(sealing.open(changed.toString('base64url'), 'row')).toBeNull();
    }
    for (const nonsense of ['', 'x', 'not sealed at all']) expect(sealing.open(nonsense, 'row')).toBeNull();
  });

  it('gives one digest for one code of one flow', () => {
    expect(sealing.mac('123456', 'a')).toBe(sealing.mac('123456', 'a'));
    expect(sealing.mac('123456', 'a')).not.toBe(sealing.mac('123456', 'b'));
    expect(sealing.mac('123456', 'a')).not.toBe(sealing.mac('123457', 'a'));
  });
});
