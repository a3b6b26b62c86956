import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/** The renderer's build, shared by the desktop app, the web desk and its watch mode. */
export const rendererConfig = {
  root: 'src/renderer',
  base: './',
  plugins: [react()],
  build: {
    // Absolute, as is the input, because Vite and electron-vite count relative ones from different folders.
    outDir: path.resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    minify: true,
    // An icon inlined as data: would be refused by the page's policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // Below this, light-dark() in the tokens would be rewritten into something the theme switch cannot reach.
    target: 'chrome130',
    rolldownOptions: { input: path.resolve(import.meta.dirname, 'src/renderer/index.html') },
  },
} satisfies UserConfig;
