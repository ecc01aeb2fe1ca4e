import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandDoor, hasPackages, importOfferRules, importPackages, playWeek } from './brokerage/index.ts'
import { type Partnership, systemActor } from './core/auth/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { MercatError } from './core/errors/index.ts'
import { fileInMemory, fileOnDisk, type ImportReport } from './core/import/index.ts'
import { addDays, dayNumber, type IsoDate, londonDate } from './core/values/index.ts'
import { demonstrationProviders, demonstrationStaff } from './demonstration-people.ts'
import { declareCapacity, organisationForRegistration, regulatorOf } from './providers/index.ts'

/** The day that the files of packages picture; a load moves their days on by whole weeks. */
const picturedOn: IsoDate = '2026-11-22'

/** Loads by which rules care is offered, who needs it and who gives it, and what providers say that they can give; once. */
export async function placeInDemonstration(
  database: Database,
  partnership: Partnership,
  folder: string,
  at: Date,
): Promise<{ files: number; rows: number }> {
  const done = { files: 0, rows: 0 }
  const took = (report: ImportReport) => {
    if (!report.applied) throw cannotLoad(report)
    done.files += 1
    done.rows += report.read
  }
  const [rules, packages, capacities] = ['offer-rules.json', 'packages.csv', 'capacities.csv'].map((name) =>
    join(folder, partnership.slug, name),
  ) as [string, string, string]
  const options = { at, allOrNothing: true }
  if (existsSync(rules)) took(await importOfferRules(database, partnership, await fileOnDisk(rules), options))
  if (!existsSync(packages)) return done
  const rows = linesOf(capacities)
  // Days move with the week of the load, so that a second load would be of other packages.
  if (!(await asActor(database, systemActor(partnership.id), (db) => hasPackages(db, partnership.id)))) {
    const bytes = new TextEncoder().encode(movedOn(readFileSync(packages, 'utf8'), londonDate(at)))
    took(await importPackages(database, partnership, fileInMemory(basename(packages), bytes), options))
    await declareCapacities(database, partnership, rows, at)
    await playLastDay(database, partnership, at)
  } else {
    done.files += 1
    done.rows += readFileSync(packages, 'utf8').trimEnd().split('\n').length - 1
  }
  return { files: done.files + 1, rows: done.rows + rows.length }
}

const cannotLoad = ({ file, rejected: [first] }: ImportReport) =>
  new MercatError('invalid', `The demonstration's ${file} can't be loaded: line ${first?.line}: ${first?.reason}`)

/** A text with all its days moved on by whole weeks, so that what it pictures is of the days before a load. */
function movedOn(text: string, today: IsoDate): string {
  const weeks = Math.floor((dayNumber(today) - dayNumber(picturedOn)) / 7)
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => addDays(day, weeks * 7))
}

const linesOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

/** Declares what invented providers can give in a week, through the ordinary command. */
async function declareCapacities(
  database: Database,
  partnership: Partnership,
  rows: readonly string[][],
  at: Date,
): Promise<void> {
  const actor = systemActor(partnership.id)
  const regulator = regulatorOf(partnership.nation)
  await asActor(database, actor, async (db) => {
    for (const [name, providerNumber = '', serviceType = '', area = '', ...minutes] of rows) {
      const organisation = await organisationForRegistration(db, at, { regulator, providerNumber }, actor)
      if (!organisation) continue
      const bands = ['morning', 'midday', 'afternoon', 'evening', 'bedtime', 'night']
      const minutesByBand = Object.fromEntries(bands.map((band, index) => [band, Number(minutes[index])]))
      const of = { partnershipId: partnership.id, organisationId: organisation.id, serviceType, area }
      const declared = await declareCapacity(db, actor, at, { ...of, minutesByBand })
      if (declared.outcome === 'refused')
        throw new MercatError('invalid', `The capacity of ${name} can't be loaded: ${declared.problems[0]?.sentence}`)
    }
  })
}

/** Plays the last working day up to now, so that offers stand at every stage; through the ordinary commands, since no page is served yet. */
async function playLastDay(database: Database, partnership: Partnership, until: Date): Promise<void> {
  await playWeek(database, {
    partnership,
    people: await demonstrationStaff(database, partnership, until),
    door: commandDoor(database, partnership.id, demonstrationProviders(database, partnership, until)),
    days: 1,
    aDay: 2,
    seed: 'load',
    until,
    come: async () => {},
    now: () => until,
  })
}
