import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  type Rejection,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { nextReferences } from '../../core/references/index.ts'
import { longDate } from '../../core/ui/format.ts'
import { type Id, type IsoDate, londonDate } from '../../core/values/index.ts'
import { areaResolver } from '../../places/index.ts'
import { lotsFor, providerFinder } from '../../procurement/index.ts'
import { serviceTypes, termNamed } from '../../providers/index.ts'
import { type Work, working } from '../commands/work.ts'
import { erasedOn } from '../record/queries/erased-on.ts'
import { districtOf } from '../requests/district.ts'
import { criteriaOn } from '../requests/need-criteria.ts'
import { requestLists } from '../requests/queries/request-lists.ts'
import { writePackages } from './commands/write-packages.ts'
import { writePeople } from './commands/write-people.ts'
import { writeSpells } from './commands/write-spells.ts'
import { keyOfPackage, type PackageOfFile } from './package-of-file.ts'
import { standingPackages } from './queries/standing-packages.ts'
import { type PackagesContext, packageColumns, readPackage } from './read-package.ts'
import { type PlaceInLots, takenPackage } from './taken-package.ts'

/** Takes packages of care over from a list kept elsewhere: what was asked, who gives it, who waits and why. One that is here already stays as it is. */
export function importPackages(
  database: Database,
  partnership: Partnership,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const { at } = options
  const layout: Layout<PackageOfFile, PackagesContext> = {
    columns: () => packageColumns,
    titlesAbove: true,
    known: (db) => packagesContext(db, partnership, at),
    read: readPackage,
    keyOf: keyOfRow,
    apply: async (db, rows, known) => {
      const taken = await working({ db, partnershipId: partnership.id, actor, at }, (work) =>
        takeRows(work, partnership, rows, known),
      )
      await recordImport(db, actor, at, taken, {
        event: 'brokerage.packages-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
      return taken
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function packagesContext(db: Db, partnership: Partnership, now: Date): Promise<PackagesContext> {
  const lists = await requestLists(db, partnership, londonDate(now))
  return {
    now,
    services: new Set(lists.services.map(({ key }) => key)),
    areas: new Set(lists.areas.map(({ code }) => code)),
    service: termNamed(await serviceTypes(db)),
    areaOf: await areaResolver(db, partnership.id),
    criteria: lists.criteria,
  }
}

const keyOfRow = ({ person, asked }: PackageOfFile): string =>
  keyOfPackage(person.ownReference, asked.elements[0].serviceType, londonDate(asked.readyAt))

type Taken = Outcome & { readonly rejected: readonly Rejection[]; readonly flagged: readonly Rejection[] }

async function takeRows(
  work: Work,
  partnership: Partnership,
  rows: readonly PackageOfFile[],
  known: PackagesContext,
): Promise<Taken> {
  const rejected: Rejection[] = []
  const refuse = (line: number, column: string, reason: string) => rejected.push({ line, column, reason })
  const standing = await standingPackages(work.db, partnership.id)
  const erased = await erasedOn(work.db, partnership.id)
  const fresh: PackageOfFile[] = []
  const live = new Map(standing.live)
  for (const row of rows) {
    if (standing.keys.has(keyOfRow(row))) continue
    const gone = erased(row.person.ownReference)
    if (gone !== undefined) {
      refuse(row.line, 'person', goneSentence(gone))
      continue
    }
    const need = `${row.person.ownReference.toLowerCase()} ${row.asked.elements[0].serviceType}`
    const other = row.ended ? undefined : live.get(need)
    if (other) refuse(row.line, 'person', `This person has a live package for this service already: ${other}.`)
    else fresh.push(row)
    if (!row.ended) live.set(need, `that of line ${row.line}`)
  }
  const unchanged = rows.length - fresh.length - rejected.length
  const places = await placesOf(work, partnership, fresh)
  const good = fresh.filter((row) => {
    const place = places.get(row.line)
    if (place && 'refused' in place) refuse(row.line, 'provider_number', place.refused)
    return !place || !('refused' in place)
  })
  if (good.length === 0) return { added: 0, changed: 0, unchanged, rejected, flagged: [] }
  const short = await takeOver(work, partnership, { rows: good, places, known })
  const flagged = [...short].map(([line, reason]) => ({ line, column: 'provider', reason }))
  return { added: good.length, changed: 0, unchanged, rejected, flagged }
}

const goneSentence = (on: IsoDate): string =>
  `This person was erased on ${longDate(on)}, so nothing of them is taken over again. Take the row out of the list; if they need care now, ask for it as new.`

type Places = ReadonlyMap<number, PlaceInLots | { readonly refused: string }>

/** Writes the rows as packages; gives what could not be taken of a capacity, by line. */
async function takeOver(
  work: Work,
  partnership: Partnership,
  { rows, places, known }: { rows: readonly PackageOfFile[]; places: Places; known: PackagesContext },
): Promise<ReadonlyMap<number, string>> {
  const people = await writePeople(
    work,
    partnership,
    rows.map(({ person }) => person),
  )
  const references = await nextReferences(work.db, partnership, 'PKG', rows.length)
  const given = rows.filter(({ care }) => care !== null)
  const placementReferences = await nextReferences(work.db, partnership, 'PLC', given.length)
  const referenceOf = new Map(given.map(({ line }, at) => [line, placementReferences[at] ?? '']))
  const taken = rows.map((row, at) => {
    const place = places.get(row.line)
    return takenPackage(row, {
      reference: references[at] ?? '',
      personId: people.get(row.person.ownReference) ?? '',
      district: districtOf(row.person.postcode) ?? '',
      criteria: criteriaOn(known.criteria, row.asked.assessedOn)?.key ?? '',
      place: place && !('refused' in place) ? place : undefined,
      placementReference: referenceOf.get(row.line) ?? '',
      now: known.now,
    })
  })
  const short = await writePackages(work, taken)
  await writeSpells(work, taken)
  return short
}

/** Which organisation gives what a row tells, and in which lot, by line. */
async function placesOf(work: Work, partnership: Partnership, rows: readonly PackageOfFile[]): Promise<Places> {
  const { db, actor, at } = work
  const given = rows.flatMap(({ line, asked, care }) => (care ? [{ line, asked, care }] : []))
  const wanted = given.map(({ care }) => ({ name: care.provider, number: care.providerNumber }))
  const find = await providerFinder(db, actor, partnership, wanted, at)
  const lots = new Map<string, Awaited<ReturnType<typeof lotsFor>>>()
  const places = new Map<number, PlaceInLots | { readonly refused: string }>()
  for (const { line, asked, care } of given) {
    const provider = await find({ name: care.provider, number: care.providerNumber })
    if ('refused' in provider) {
      places.set(line, provider)
      continue
    }
    const [{ serviceType }] = asked.elements
    const key = `${serviceType} ${asked.area}`
    const serving =
      lots.get(key) ??
      (await lotsFor(db, {
        partnershipId: partnership.id,
        serviceType,
        area: asked.area,
        on: londonDate(at),
        all: true,
      }))
    lots.set(key, serving)
    const own = serving.find((one) => one.provider.id === provider.id)
    const organisationId: Id = provider.id
    places.set(line, { organisationId, contractId: own?.contract.id ?? null, lotId: own?.lot.id ?? null })
  }
  return places
}
