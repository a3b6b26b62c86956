import { describe, expect, test } from 'vitest';
import { readOutsideScopes, scopesOf } from './outside-scopes.ts';

describe('the meaning of outside scopes', () => {
  test.each([
    ['', []],
    ['calls:read=read-records', [{ theirs: 'calls:read', ours: 'read-records' }]],
    [
      ' a = ingest-calls , https://api.example.com/x?y=z=write-records,',
      [
        { theirs: 'a', ours: 'ingest-calls' },
        { theirs: 'https://api.example.com/x?y=z', ours: 'write-records' },
      ],
    ],
    [
      'all=read-records,all=write-records',
      [
        { theirs: 'all', ours: 'read-records' },
        { theirs: 'all', ours: 'write-records' },
      ],
    ],
  ])('is read from "%s"', (setting, meanings) => {
    expect(readOutsideScopes(setting)).toEqual(meanings);
  });

  test.each(['read-records', 'a=', '=read-records', 'a=everything', 'a=read-records;b=ingest-calls', 'a,b'])(
    'is not guessed from "%s"',
    (setting) => {
      expect(readOutsideScopes(setting)).toBeNull();
    },
  );

  test('is given for what is there, once, and for nothing else', () => {
    const meanings = readOutsideScopes('r=read-records,all=read-records,all=ingest-calls') ?? [];
    expect(scopesOf(['all', 'r', 'openid', 'read-records', ''], meanings)).toEqual([
      'ingest-calls',
      'read-records',
    ]);
    expect(scopesOf(['read-records'], meanings)).toEqual([]);
    expect(scopesOf(['r'], [])).toEqual([]);
  });
});
