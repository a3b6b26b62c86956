import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const projects = ['packages/shared', 'apps/server', 'apps/desktop', 'scripts'];

export default defineConfig({
  test: {
    projects: projects.filter((folder) => existsSync(new URL(`${folder}/vitest.config.ts`, import.meta.url))),
  },
});
