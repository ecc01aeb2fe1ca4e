import { defineConfig } from '@playwright/test'
import { chromium } from './tools/chromium.mjs'

const browser = await chromium()

export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/journeys/support/run-folder.ts',
  testMatch: '**/*.spec.ts',
  // How a page looks to axe, the keyboard and a narrow screen does not depend on the database: once, on the embedded one,
  // is enough. What is read and written on PostgreSQL goes through the stories.
  testIgnore: process.env.TEST_DATABASE_URL
    ? [
        'script*',
        'live-regions',
        'design-system',
        'every-page',
        'every-work-page',
        'every-contract-page',
        'every-brokerage-page',
        'awkward-data',
        'by-keyboard',
      ].map((name) => `**/${name}.spec.ts`)
    : [],
  // Without scripts the same is asked and written.
  ...(process.env.TEST_DATABASE_URL ? { grepInvert: /with JavaScript off/ } : {}),
  outputDir: 'test-results',
  // Only what hangs meets them: a machine with other work takes three times as long as one without.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // Each has a server and a browser beside it.
  workers: 3,
  forbidOnly: true,
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions: browser, screenshot: 'only-on-failure', locale: 'en-GB' },
})
