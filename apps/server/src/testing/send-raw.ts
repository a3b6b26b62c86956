import net from 'node:net';

const firstWordWithinMs = 5_000;
const quietMs = 300;

/** Sends these lines as they are; what came back before the server closed or was quiet, or nothing when it never spoke. */
export function sendRaw(url: string, lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: hostname, port: Number(port) }, () =>
      socket.write(lines.join('\r\n')),
    );
    socket.setTimeout(firstWordWithinMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      socket.setTimeout(quietMs);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
