import { defineConfig } from '@playwright/test'
import { chromium } from './tools/chromium.mjs'

const browser = await chromium()

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.spec.ts',
  // The pages of the scripts and of the design system show nothing of a database: once, on the embedded one, is enough.
  testIgnore: process.env.TEST_DATABASE_URL
    ? ['**/script*.spec.ts', '**/live-regions.spec.ts', '**/design-system.spec.ts']
    : [],
  outputDir: 'test-results',
  timeout: 60_000,
  // Each has a server and a browser beside it: a third was not quicker on four processors.
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions: browser, screenshot: 'only-on-failure', locale: 'en-GB' },
})
