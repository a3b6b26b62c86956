import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Properties are tried a hundred times, also while the machine is busy with browsers.
  test: { name: 'shared', include: ['src/**/*.test.ts'], testTimeout: 20_000, maxWorkers: 3 },
});
