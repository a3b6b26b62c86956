import { defineConfig } from 'vite';
import { rendererConfig } from './vite.shared.ts';

/** The server that `npm run dev` starts beside the watch mode. */
const server = 'http://127.0.0.1:4400';

export default defineConfig({
  ...rendererConfig,
  root: 'src/renderer',
  server: {
    port: 5173,
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
});
