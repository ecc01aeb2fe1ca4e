import { join } from 'node:path'
import { type Database, openDatabase } from '../src/core/db/index.ts'
import { fileOnDisk, readFileRows } from '../src/core/import/index.ts'
import { prepare } from '../src/prepare.ts'
import { importRegister, type RegisterReport } from '../src/providers/index.ts'
import { registerLayout } from '../src/providers/register/register-layout.ts'
import { termsOf } from '../src/providers/terms-of.ts'
import { writeRegister } from './support/made-up-register.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { onEachEngine, onFolder } from './support/stores.ts'

/** How many services the invented registers have; a real one has about twelve thousand. */
const sizes = [10_000, 100_000] as const

/** By how much the heap may grow with ten times the rows, MiB. */
const flat = 16

interface Measured {
  readonly ms: number
  /** The most that was held above the start, MiB. */
  readonly heap: number
  readonly resident: number
}

const mebibytes = (bytes: number) => bytes / 2 ** 20

/** Runs work and looks at what the process holds when it says so, what is only waiting to be collected left out. */
async function watched(work: (look: () => void) => Promise<unknown>): Promise<Measured> {
  const held = () => {
    globalThis.gc?.()
    return process.memoryUsage()
  }
  const start = held()
  let [heap, resident, calls] = [0, 0, 0]
  const look = () => {
    calls += 1
    if (calls % 5 !== 0) return
    const now = held()
    heap = Math.max(heap, now.heapUsed - start.heapUsed)
    resident = Math.max(resident, now.rss - start.rss)
  }
  const began = performance.now()
  await work(look)
  return { ms: performance.now() - began, heap: mebibytes(heap), resident: mebibytes(resident) }
}

/** Reading alone: what the import is measured against. */
async function readAlone(path: string): Promise<number> {
  const context = { areaOf: () => undefined, placeAt: () => undefined, terms: termsOf([]), today: '2026-11-22' }
  const began = performance.now()
  for await (const _ of readFileRows(await fileOnDisk(path), registerLayout('care-inspectorate'), context));
  return performance.now() - began
}

async function importing(database: Database, path: string, asOf: string, look: () => void): Promise<RegisterReport> {
  return importRegister(database, await fileOnDisk(path), {
    regulator: 'care-inspectorate',
    asOf,
    at: new Date(),
    yes: true,
    onProgress: look,
  })
}

const checked = (wanted: Partial<RegisterReport>, report: RegisterReport) => {
  for (const [key, value] of Object.entries(wanted)) {
    const found = report[key as keyof RegisterReport]
    if (found !== value) throw new Error(`${key} is ${String(found)} and should be ${String(value)}.`)
  }
}

await onFolder(async (folder) => {
  const fileOf = (services: number, edition: number) => join(folder, `register-${services}-${edition}.csv`)
  for (const services of sizes) {
    for (const edition of [1, 2]) await writeRegister(fileOf(services, edition), services, edition)
  }
  await onEachEngine(async ({ name, store }) => {
    const database = await openDatabase(store)
    const rows: (string | number)[][] = []
    const grown: Measured[] = []
    try {
      await prepare(database)
      for (const [at, services] of sizes.entries()) {
        const alone = await readAlone(fileOf(services, 1))
        const day = (edition: number) => `202${at + 3}-0${edition}-28`
        const line = (what: string, { ms, heap, resident }: Measured) =>
          rows.push([
            what,
            digits(services),
            digits(ms),
            digits((services / ms) * 1000),
            digits(ms / alone, 1),
            digits(heap),
            digits(resident),
          ])
        const first = await watched(async (look) =>
          checked({ read: services, rejectedRows: 0 }, await importing(database, fileOf(services, 1), day(1), look)),
        )
        grown.push(first)
        line('first', first)
        line(
          'next month',
          await watched(async (look) =>
            checked(
              { read: services, added: 0, closed: 0 },
              await importing(database, fileOf(services, 2), day(2), look),
            ),
          ),
        )
        line(
          'same again',
          await watched(async (look) =>
            checked({ unchanged: services, changed: 0 }, await importing(database, fileOf(services, 2), day(2), look)),
          ),
        )
      }
    } finally {
      await database.close()
    }
    printTable(
      `Registers into ${name} (memory is the most above the start, MiB)`,
      ['import', 'rows', 'ms', 'rows a second', '× reading', 'heap', 'resident'],
      rows,
    )
    const [small, large] = grown
    const more = (large?.heap ?? 0) - (small?.heap ?? 0)
    console.log(`Heap of 100,000 rows above that of 10,000: ${digits(more)} MiB (≤ ${flat}): ${verdict(more <= flat)}`)
  })
})
