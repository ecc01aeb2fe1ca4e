import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

// The small one: every page takes it in anew.
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The page itself may run no script that it did not bring, so both are evaluated from outside it.
// From the top: what stays in sight while a page scrolls lies over what is under it, and only for that moment.
const run = `(async () => {
  const scrolled = scrollY
  scrollTo(0, 0)
  const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })
  scrollTo(0, scrolled)
  return violations.map(({ id, help, nodes: [{ target, failureSummary }, ...more] }) => 'axe ' + id + ': ' + help + ' at ' +
    target.join(' ') + (more.length ? ' and ' + more.length + ' more' : '') + '; ' + failureSummary.replace(/\\s+/g, ' '))
})()`

/** Pages without a fault, by what is in them and how wide they were: axe-core need not look at the same twice. */
const sound = new Set<string>()

/** What axe-core holds against a page by WCAG 2.2 AA and its own best practice: a sentence a rule. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The pages are the same on PostgreSQL, and were looked at on the embedded database.
  if (process.env.TEST_DATABASE_URL) return []
  const looked = createHash('sha256')
    .update(`${page.viewportSize()?.width} ${await page.content()}`)
    .digest('base64')
  if (sound.has(looked)) return []
  await page.evaluate(`typeof axe === 'undefined' && (() => {${axe}})()`)
  const faults = await page.evaluate<string[]>(run)
  if (faults.length === 0) sound.add(looked)
  return faults
}
