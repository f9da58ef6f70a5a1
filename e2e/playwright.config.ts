import { defineConfig } from '@playwright/test';

const reports = '../test-results';

/** Stories of people in a real browser against the built system, with a database and sample data of their own. */
export default defineConfig({
  testDir: './stories',
  outputDir: `${reports}/stories`,
  globalSetup: './global-setup.ts',
  // Stories change the data they share. Each file keeps to its own people and cases, so that files can run side by side.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env['SHELTER_ORIGIN'] ?? 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
