import { expect, it } from 'vitest';
import { listeningUrl } from './server-process.ts';

it('the server has an address once it says that it listens, and not by any other line', () => {
  expect(listeningUrl('{"level":30,"url":"http://127.0.0.1:4400","msg":"listening"}')).toBe(
    'http://127.0.0.1:4400',
  );
  expect(listeningUrl('{"url":"http://127.0.0.1:4400","msg":"request"}')).toBeNull();
  expect(listeningUrl('{"msg":"listening"}')).toBeNull();
  expect(listeningUrl('listening')).toBeNull();
  expect(listeningUrl('null')).toBeNull();
});
