import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import axe from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The page itself may run no script that it did not bring, so both are evaluated from outside it.
const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, help, nodes: [{ target, failureSummary }, ...more] }) => 'axe ' + id + ': ' + help + ' at ' +
    target.join(' ') + (more.length ? ' and ' + more.length + ' more' : '') + '; ' + failureSummary.replace(/\\s+/g, ' ')))`

/** Pages without a fault, by what is in them and how wide they were: axe-core need not look at the same twice. */
const sound = new Set<string>()

/** What axe-core holds against a page by WCAG 2.2 AA and its own best practice: a sentence a rule. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const looked = createHash('sha256')
    .update(`${page.viewportSize()?.width} ${await page.content()}`)
    .digest('base64')
  if (sound.has(looked)) return []
  // From the top: what stays in sight while a page scrolls lies over what is under it, and only for that moment.
  const scrolled = await page.evaluate<number>('scrollY')
  await page.evaluate('scrollTo(0, 0)')
  await page.evaluate(`typeof axe === 'undefined' && (() => {${axe.source}})()`)
  const faults = await page.evaluate<string[]>(run)
  await page.evaluate(`scrollTo(0, ${scrolled})`)
  if (faults.length === 0) sound.add(looked)
  return faults
}
