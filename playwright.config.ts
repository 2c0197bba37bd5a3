import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** A browser that is already on the machine: nothing is downloaded. */
const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/journeys/before-all.ts',
  // A journey shares nothing with another but the house of its worker, so any worker may take the next one.
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // Several times what they all take. Whatever waits for ever is named, and what ran is told.
  globalTimeout: 20 * 60_000,
  reporter: 'line',
  outputDir: 'data/journeys',
  use: { launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox'] } },
});
