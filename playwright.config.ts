import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { chromium } from './tools/chromium.mjs'

const browser = await chromium()

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.spec.ts',
  // The scripts' own pages use no database: once, on the embedded one, is enough.
  testIgnore: process.env.TEST_DATABASE_URL ? ['**/script*.spec.ts', '**/live-regions.spec.ts'] : [],
  outputDir: 'test-results',
  timeout: 60_000,
  // Each has a server and a browser of its own beside it.
  workers: availableParallelism() > 3 ? 3 : 2,
  forbidOnly: true,
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions: browser, screenshot: 'only-on-failure', locale: 'en-GB' },
})
