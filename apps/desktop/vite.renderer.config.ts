import { defineConfig } from 'vite';
import { rendererConfig } from './vite.shared.ts';

/** The server that `npm run dev` starts beside the watch mode. */
const server = 'http://127.0.0.1:4400';

export default defineConfig({
  ...rendererConfig,
  root: 'src/renderer',
  server: {
    port: 5173,
    // The server sees the page's own host, which is how it knows that the page is one of its own.
    proxy: { '/api': { target: server }, '/socket.io': { target: server, ws: true } },
  },
});
