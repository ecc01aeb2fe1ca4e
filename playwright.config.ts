import { defineConfig } from '@playwright/test'
import { chromium } from './tools/chromium.mjs'

const browser = await chromium()

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions: browser, screenshot: 'only-on-failure', locale: 'en-GB' },
})
