import net from 'node:net';
import { StartRefused } from '../../apps/server/src/start-refused.ts';

/** Refuses a port that cannot be had before anything is built; throws `StartRefused` with the remedy. */
export async function assertPortFree(wished: string, host: string): Promise<void> {
  const port = Number(wished);
  // 0 is any free port. What is no port at all is the server's to explain, which checks its whole configuration.
  if (!/^[1-9]\d*$/.test(wished) || port > 65_535) return;
  const probe = net.createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen({ port, host }, resolve));
    await new Promise((resolve) => probe.close(resolve));
  } catch (error) {
    throw refusal(error, port, host);
  }
}

function refusal(error: unknown, port: number, host: string): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return new StartRefused(
        `Port ${port} is taken by another program; stop it, or choose another port: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartRefused(
        `Port ${port} may not be opened by this account; choose one above 1023: PORT=4400 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(
        `HOST=${host} is no address of this machine; leave it out, or use HOST=127.0.0.1`,
      );
    default:
      return error;
  }
}
