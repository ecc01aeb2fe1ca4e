import type { Database, Db } from '../db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Outcome,
  type Reading,
  type Row,
  recordImport,
  runImport,
  type SourceFile,
} from '../import/index.ts'
import { systemActor } from './actor.ts'
import { allPartnerships, type Partnership, savePartnership } from './partnership.ts'
import { partnershipKeys, partnershipProblems } from './partnership-problems.ts'

type Details = Omit<Partnership, 'id'>

/** Imports partnerships, by slug. */
export function importPartnerships(
  database: Database,
  file: SourceFile,
  options: ImportOptions & { at: Date; demonstration: boolean },
): Promise<ImportReport> {
  const layout: Layout<Details, undefined> = {
    columns: () => partnershipKeys.map((key) => ({ key, names: [key], optional: key === 'website' })),
    known: async () => undefined,
    read: (row) => readPartnership(row, options.demonstration),
    keyOf: (details) => details.slug,
    apply: async (db, all) => {
      const outcome = await saveAll(db, all)
      return recordImport(db, systemActor(), options.at, outcome, {
        event: 'auth.partnerships-imported',
        subject: { kind: 'file', id: file.name },
        file: file.name,
      })
    },
  }
  return runImport(database, systemActor(), layout, file, options)
}

async function saveAll(db: Db, all: readonly Details[]): Promise<Outcome> {
  const standing = new Map((await allPartnerships(db)).map(({ id: _, ...details }) => [details.slug, details]))
  const outcome = { added: 0, changed: 0, unchanged: 0 }
  for (const details of all) {
    const before = standing.get(details.slug)
    if (before && Object.entries(details).every(([key, value]) => before[key as keyof Details] === value))
      outcome.unchanged += 1
    else outcome[(await savePartnership(db, details)).outcome] += 1
  }
  return outcome
}

function readPartnership(row: Row, demonstration: boolean): Reading<Details> {
  const problems = partnershipProblems((key) => row.cell(key)).map(({ key, reason }) => ({
    column: row.nameOf(key),
    reason,
  }))
  if (problems.length > 0) return { problems }
  return {
    value: {
      slug: row.cell('slug'),
      name: row.cell('name'),
      title: row.cell('title'),
      kind: row.cell('kind') as Details['kind'],
      nation: row.cell('nation') as Details['nation'],
      areaCode: row.cell('area_code'),
      prefix: row.cell('prefix'),
      brandColour: row.cell('brand_colour').toLowerCase(),
      website: row.cell('website') || null,
      demonstration,
    },
  }
}
