import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/faults/*.test.ts'],
    setupFiles: ['test/support/after-file.ts'],
    globalSetup: ['test/support/database-server.ts'],
    // One module graph per worker: a thousand tests in seconds. Tests share nothing but code, so it is safe.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
