import { once } from 'node:events';
import net from 'node:net';

/** Stands between a client and a server, and may let a request through and cut the line before the answer comes back. */
export interface CuttingProxy {
  readonly url: string;
  /** How many of the next answers are lost. */
  losing: number;
  /** How many were lost so far. */
  readonly lost: number;
  close(): Promise<void>;
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const state = { losing: 0, lost: 0 };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect({ host: hostname, port: Number(port) });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (answer) => {
      if (state.losing > 0) {
        state.losing -= 1;
        state.lost += 1;
        client.destroy();
      } else client.write(answer);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return Object.assign(state, {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await once(server.close(), 'close');
    },
  });
}
