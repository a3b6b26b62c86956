import { runTool } from '../run-tool.ts';
import { ensureMade } from './up-to-date.ts';

/** Builds the desk (main, preload and the renderer, which is also the web desk) into `apps/desktop/out` where it is not current. */
export async function buildDesk(): Promise<void> {
  await ensureMade({
    name: 'desk',
    sources: [
      'apps/desktop/src',
      'apps/desktop/electron.vite.config.ts',
      'apps/desktop/vite.shared.ts',
      'apps/desktop/package.json',
      'packages/shared/src',
      'pnpm-lock.yaml',
    ],
    results: ['apps/desktop/out/main/index.js', 'apps/desktop/out/renderer/index.html'],
    make: () => runTool('electron-vite', ['build', '--logLevel', 'warn'], { folder: 'apps/desktop' }),
  });
}
