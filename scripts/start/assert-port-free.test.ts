import { once } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { assertPortFree } from './assert-port-free.ts';

it('a port that another program has is refused with the way out, and is fine once that program is gone', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(assertPortFree(String(port), '127.0.0.1')).rejects.toThrow(
    `Port ${port} is taken by another program; stop it, or choose another port: PORT=${port + 1} npm start`,
  );
  other.close();
  await once(other, 'close');
  await expect(assertPortFree(String(port), '127.0.0.1')).resolves.toBeUndefined();
});

it('an address that is not of this machine is refused with the way out', async () => {
  await expect(assertPortFree('4400', '203.0.113.7')).rejects.toThrow(
    'HOST=203.0.113.7 is no address of this machine',
  );
});

it.each(['0', '70000', 'desk'])(
  'leaves %s to the server, which explains its whole configuration',
  async (port) => {
    await expect(assertPortFree(port, '127.0.0.1')).resolves.toBeUndefined();
  },
);
