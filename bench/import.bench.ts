import { publicActor } from '../src/core/auth/index.ts'
import { partnershipBySlug } from '../src/core/auth/partnership.ts'
import { asActor, type Database } from '../src/core/db/index.ts'
import { fileInMemory, type ImportReport } from '../src/core/import/index.ts'
import { importIndicators } from '../src/evidence/index.ts'
import { importPopulation } from '../src/market/index.ts'
import { councilCodes, indicatorFile, populationFile } from './support/made-up-files.ts'
import { digits, printTable } from './support/print.ts'
import { openWithDemonstration } from './support/product.ts'
import { median } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** Every edition is imported three times over: tried out, first, and again without a change. */
const editions = [2030, 2031, 2032]
const [years, indicators] = [26, 2000]

interface Timing {
  readonly rows: number
  readonly ms: number[]
}

async function timedImport(into: Map<string, Timing>, name: string, run: () => Promise<ImportReport>): Promise<void> {
  const began = performance.now()
  const report = await run()
  const before = into.get(name) ?? { rows: report.read, ms: [] }
  if (report.rejected.length > 0) throw new Error(`The made-up file was refused: ${report.rejected[0]?.reason}`)
  into.set(name, { rows: report.read, ms: [...before.ms, performance.now() - began] })
}

async function population(database: Database, into: Map<string, Timing>): Promise<void> {
  const codes = await asActor(database, publicActor, councilCodes)
  for (const vintage of editions) {
    const file = fileInMemory('made-up.csv', populationFile(codes, vintage, years))
    const options = {
      layout: 'nrs',
      kind: 'projection',
      vintage,
      source: 'A made-up projection',
      at: new Date(),
    } as const
    const importing = (dryRun: boolean) => () => importPopulation(database, file, { ...options, dryRun })
    await timedImport(into, 'population, dry run', importing(true))
    await timedImport(into, 'population, first', importing(false))
    await timedImport(into, 'population, repeat', importing(false))
  }
}

async function citedFigures(database: Database, into: Map<string, Timing>): Promise<void> {
  const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))
  for (const edition of editions) {
    const file = fileInMemory('made-up.csv', indicatorFile(edition, indicators))
    const importing = (dryRun: boolean) => () =>
      importIndicators(database, partnership, file, { dryRun, at: new Date() })
    await timedImport(into, 'indicators, dry run', importing(true))
    await timedImport(into, 'indicators, first', importing(false))
    await timedImport(into, 'indicators, repeat', importing(false))
  }
}

await onEachEngine(async ({ name, store }) => {
  const database = await openWithDemonstration(store)
  const found = new Map<string, Timing>()
  try {
    await population(database, found)
    await citedFigures(database, found)
  } finally {
    await database.close()
  }
  const dryRun = (what: string) => median(found.get(`${what.split(',')[0]}, dry run`)?.ms ?? [])
  printTable(
    `Imports into ${name} (medians of ${editions.length}; population: 91 ages a row)`,
    ['import', 'rows', 'ms', 'rows a second', '× dry run'],
    [...found].map(([what, { rows, ms }]) => [
      what,
      digits(rows),
      digits(median(ms)),
      digits((rows / median(ms)) * 1000),
      digits(median(ms) / dryRun(what), 2),
    ]),
  )
})
