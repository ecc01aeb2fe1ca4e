import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'
import { bundle } from '../../../tools/build.mjs'
import { alone } from './fixture.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The pages of script-pages.tsx, served. */
interface Site {
  readonly address: string
  /** Tells it to stop and gives how long that took, in milliseconds. */
  stop(): Promise<number>
}

let started = 0

/** Serves the pages on a port of their own. */
export async function startSite(): Promise<Site> {
  const folder = join(root, '.cache', `script-pages-${process.pid}-${started++}`)
  mkdirSync(folder, { recursive: true })
  await bundle('test/journeys/support/script-pages.tsx', join(folder, 'site.mjs'))
  cpSync(join(root, 'src/core/ui/static'), join(folder, 'static'), { recursive: true })
  const child = spawn(process.execPath, [join(folder, 'site.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  return {
    address: String(said).trim(),
    stop: async () => {
      const began = performance.now()
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
      return performance.now() - began
    },
  }
}

/** A test with pages that use the scripts; whatever the browser complains of fails it, but for what is `expected`. */
export const test = base.extend<{ expected: RegExp[]; watched: undefined }, { site: Site }>({
  site: [
    alone<Site>(async (use) => {
      const site = await startSite()
      await use(site)
      await site.stop()
    }),
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.address),
  expected: alone<RegExp[]>((use) => use([])),
  watched: [
    async ({ page, expected }, use) => {
      const troubles: string[] = []
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
      page.on('pageerror', (error) => troubles.push(error.message))
      await use(undefined)
      base.expect(troubles.filter((text) => !expected.some((one) => one.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})
