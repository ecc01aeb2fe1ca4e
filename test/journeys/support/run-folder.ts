import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeStore } from './store.ts'

/** The folder of a run, in which the demonstration is loaded once for all its servers; gone when the run ends. */
// biome-ignore lint/style/noDefaultExport: Playwright calls what this file exports by default.
export default async function makeRunFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mercat-journeys-'))
  process.env.MERCAT_JOURNEYS = folder
  return async () => {
    await removeStore(folder)
    await rm(folder, { recursive: true, force: true })
  }
}
