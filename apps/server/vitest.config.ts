import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    // Each file in a process of its own: a test that ends or floods the process cannot touch another file.
    pool: 'forks',
    // Many tests wait for a deadline or a process: a third one uses the time in which two wait. Each project says it for itself.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
