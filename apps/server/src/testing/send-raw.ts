import net from 'node:net';

/** Sends these lines as they are; what came back before the server closed, or before it was clear that it waits for more. */
export function sendRaw(url: string, lines: readonly string[], waitMs = 400): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: hostname, port: Number(port) }, () =>
      socket.write(lines.join('\r\n')),
    );
    socket.setTimeout(waitMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
