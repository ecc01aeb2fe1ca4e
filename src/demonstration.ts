import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importBudgets } from './budgets/index.ts'
import { importPartnerships } from './core/auth/import-partnerships.ts'
import { allPartnerships, type Partnership, publicActor, systemActor } from './core/auth/index.ts'
import type { Config } from './core/config/index.ts'
import { asActor, type Database, type Db } from './core/db/index.ts'
import { MercatError } from './core/errors/index.ts'
import { fileOnDisk, type ImportOptions, type ImportReport, type SourceFile } from './core/import/index.ts'
import { entriesOf, record, sharedChain } from './core/ledger/index.ts'
import { fillInDemonstration } from './core/settings/index.ts'
import { longDate } from './core/ui/format.ts'
import { type Clock, londonDate } from './core/values/index.ts'
import { importIndicators, importSources } from './evidence/index.ts'
import { importOpportunities, importPopulation, importPrevalence, importVolumes } from './market/index.ts'
import { placeInDemonstration } from './place-demonstration.ts'
import { importAreas } from './places/index.ts'
import {
  importCommitteeDates,
  importContracts,
  importLeadTimes,
  importLots,
  importMarketAreas,
  importNationalFrameworks,
  importNationalRates,
  importRates,
  importSpotPurchases,
} from './procurement/index.ts'
import { importRegister, type Regulator, tellSuccession } from './providers/index.ts'
import { editionsOf, importTexts, publishEdition } from './publishing/index.ts'
import { shareInDemonstration } from './share-demonstration.ts'

/** Where the files of the demonstration stand: beside `src`, and beside `dist` once built. */
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'demo')

type Run = (database: Database, file: SourceFile, options: ImportOptions & { at: Date }) => Promise<ImportReport>
type PartnershipRun = (
  database: Database,
  partnership: Partnership,
  file: SourceFile,
  options: ImportOptions & { at: Date },
) => Promise<ImportReport>

const shared: readonly { file: string; doing: string; run: Run }[] = [
  {
    file: 'partnerships.csv',
    doing: 'partnerships',
    run: (database, file, options) => importPartnerships(database, file, { ...options, demonstration: true }),
  },
  { file: 'sources.csv', doing: 'sources', run: importSources },
  {
    file: 'prevalence-dementia.csv',
    doing: 'rates of dementia',
    run: (database, file, options) =>
      importPrevalence(database, file, { ...options, measure: 'dementia', source: 'cfas2' }),
  },
  { file: 'national-frameworks.csv', doing: 'national frameworks', run: importNationalFrameworks },
  { file: 'national-rates.csv', doing: 'national rates', run: importNationalRates },
]

const population =
  (kind: 'estimate' | 'projection', vintage: number, source: string): PartnershipRun =>
  (database, _, file, options) =>
    importPopulation(database, file, { ...options, layout: 'bands', kind, vintage, source })

// A partnership whose documents print nothing of a kind has no file of that kind.
const ofEach: readonly { file: string; doing: string; run: PartnershipRun }[] = [
  { file: 'areas.csv', doing: 'places', run: importAreas },
  {
    file: 'population-projection.csv',
    doing: 'projections',
    run: population('projection', 2018, 'nrs-projections-2018'),
  },
  { file: 'population-estimates.csv', doing: 'estimates', run: population('estimate', 2023, 'nrs-estimates-2023') },
  { file: 'budgets.csv', doing: 'budgets', run: importBudgets },
  { file: 'indicators.csv', doing: 'figures', run: importIndicators },
  { file: 'invented-indicators.csv', doing: 'invented figures', run: importIndicators },
  { file: 'volumes.csv', doing: 'volumes', run: importVolumes },
  { file: 'invented-needs.csv', doing: 'invented needs', run: importVolumes },
  { file: 'opportunities.csv', doing: 'opportunities', run: importOpportunities },
  { file: 'texts.csv', doing: 'words', run: importTexts },
]

// Contracts name providers of the registers, so these come after them.
const contractsOfEach: readonly { file: string; doing: string; run: PartnershipRun }[] = [
  { file: 'lead-times.csv', doing: 'lead times', run: importLeadTimes },
  { file: 'committee-dates.csv', doing: 'meetings of committees', run: importCommitteeDates },
  { file: 'market-areas.csv', doing: 'market areas', run: importMarketAreas },
  { file: 'contracts.csv', doing: 'contracts', run: importContracts },
  { file: 'lots.csv', doing: 'lots', run: importLots },
  { file: 'rates.csv', doing: 'rates', run: importRates },
  { file: 'spot-purchases.csv', doing: 'spot purchases', run: importSpotPurchases },
]

/** The invented registers, oldest first; a council whose real register is known is passed over by the importer. */
const registers = ['2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30'].flatMap((asOf) =>
  (['care-inspectorate', 'cqc'] as const).map((regulator) => ({
    file: `registers/${regulator}-${asOf}.csv`,
    doing: `invented registers of ${longDate(asOf)}`,
    run: ((database, file, options) =>
      importRegister(database, file, {
        ...options,
        regulator,
        asOf,
        source: 'invented-register',
        demonstration: true,
        yes: true,
      })) satisfies Run,
  })),
)

/** Loads the demonstration through the ordinary importers; safe to repeat. */
export async function loadDemonstration(
  database: Database,
  clock: Clock,
  onProgress: (share: number, doing: string) => void = () => {},
): Promise<{ files: number; rows: number }> {
  const done = { files: 0, rows: 0 }
  const options = { allOrNothing: true, at: clock.now() }
  const take = async (name: string, run: Run) => {
    const report = await run(database, await fileOnDisk(join(folder, name)), options)
    if (!report.applied) {
      const [first] = report.rejected
      throw new MercatError(
        'invalid',
        `The demonstration's ${name} can't be loaded: line ${first?.line}: ${first?.reason}`,
      )
    }
    done.files += 1
    done.rows += report.read
  }
  for (const { file, doing, run } of shared) {
    onProgress(0, doing)
    await take(file, run)
  }
  const partnerships = (await asActor(database, publicActor, allPartnerships)).filter((one) => one.demonstration)
  const takeEach = async (files: typeof ofEach) => {
    const steps = partnerships.flatMap((partnership) =>
      files
        .map((step) => ({ ...step, partnership, name: `${partnership.slug}/${step.file}` }))
        .filter(({ name }) => existsSync(join(folder, name))),
    )
    for (const [index, { doing, partnership, name, run }] of steps.entries()) {
      onProgress(index / steps.length, `${partnership.title}, ${doing}`)
      await take(name, (onDatabase, file, once) => run(onDatabase, partnership, file, once))
    }
  }
  await takeEach(ofEach)
  for (const { file, doing, run } of registers) {
    onProgress(1, doing)
    await take(file, run)
  }
  await tellSales(database, options.at)
  await takeEach(contractsOfEach)
  await shareInDemonstration(database, partnerships, clock)
  for (const partnership of partnerships) {
    onProgress(1, `${partnership.title}, packages of care`)
    const placed = await placeInDemonstration(database, partnership, folder, options.at)
    done.files += placed.files
    done.rows += placed.rows
  }
  for (const partnership of partnerships) {
    await asActor(database, systemActor(partnership.id), (db) =>
      fillInDemonstration(db, partnership, options.at, londonDate(options.at)),
    )
    onProgress(1, `${partnership.title}, first edition`)
    await publishFirst(database, partnership, options.at)
  }
  await asActor(database, systemActor(), async (db) => {
    // Said last, so that a load which was cut off is known for one.
    if ((await lastEvent(db)) !== loaded)
      await record(db, systemActor(), options.at, { event: loaded, subject: demonstration, payload: done })
  })
  onProgress(1, 'done')
  return done
}

/** Tells which invented services go on under another number; one that is told already, or that a real register has made way for, is left. */
async function tellSales(database: Database, at: Date): Promise<void> {
  const [, ...lines] = readFileSync(join(folder, 'registers/successions.csv'), 'utf8').trim().split('\n')
  for (const line of lines) {
    const [regulator = '', number = '', earlierNumber = '', on = ''] = line.split(',')
    const sale = { regulator: regulator as Regulator, number, earlierNumber, on, note: 'Invented: a sale.' }
    await asActor(database, systemActor(), (db) => tellSuccession(db, systemActor(), { ...sale, toldBy: null, at }))
  }
}

/** Publishes what was loaded, through the ordinary command, unless the partnership has an edition already. */
async function publishFirst(database: Database, partnership: Partnership, at: Date): Promise<void> {
  const actor = systemActor(partnership.id)
  await asActor(database, actor, async (db) => {
    if ((await editionsOf(db, partnership.id, { limit: 1 })).editions.length > 0) return
    await publishEdition(db, actor, {
      partnership,
      title: 'First edition on Mercat',
      summary: 'Made from published documents. Every figure says which one, and where in it.',
      at,
    })
  })
}

/** What the ledger's entries about the demonstration are about. */
export const demonstration = { kind: 'demonstration', id: 'all' } as const
const loaded = 'demonstration.loaded'

const lastEvent = async (db: Db): Promise<string | undefined> =>
  (await entriesOf(db, sharedChain, demonstration)).at(-1)?.event

/**
 * Whether the demonstration is to be loaded at start: by itself only into an empty embedded folder, otherwise when
 * asked; and when an earlier load was cut off. One that was cleared stays away until it is asked for.
 */
export async function shouldLoadDemonstration(database: Database, { demo, store }: Config): Promise<boolean> {
  if (!(demo ?? store.kind === 'embedded')) return false
  return asActor(database, systemActor(), async (db) => {
    const standing = await allPartnerships(db)
    const last = await lastEvent(db)
    if (standing.length === 0) return demo === true || last === undefined
    return last !== loaded && standing.every((one) => one.demonstration)
  })
}

/** Whether a demonstration is among what this database publishes. */
export async function isDemonstrationLoaded(database: Database): Promise<boolean> {
  return (await asActor(database, publicActor, allPartnerships)).some((one) => one.demonstration)
}
