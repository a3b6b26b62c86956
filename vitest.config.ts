import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const projects = ['packages/shared', 'apps/server', 'apps/desktop', 'scripts'];

export default defineConfig({
  test: {
    // Many tests wait for a deadline or a process: a third one uses the time in which two wait.
    maxWorkers: 3,
    projects: projects.filter((folder) => existsSync(new URL(`${folder}/vitest.config.ts`, import.meta.url))),
  },
});
