import { defineConfig } from 'electron-vite';
import { rendererConfig } from './vite.shared.ts';

export default defineConfig({
  main: {
    build: { outDir: 'out/main', lib: { entry: 'src/main/index.ts', formats: ['es'] } },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload must be CommonJS.
      lib: { entry: 'src/preload/index.ts', formats: ['cjs'] },
    },
  },
  renderer: rendererConfig,
});
