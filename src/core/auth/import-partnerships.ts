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
import { brandProblem } from '../ui/layout/brand.ts'
import { systemActor } from './actor.ts'
import { allPartnerships, type Partnership, savePartnership } from './partnership.ts'

type Details = Omit<Partnership, 'id'>

const keys = ['slug', 'name', 'title', 'kind', 'nation', 'area_code', 'prefix', 'brand_colour', 'website'] as const

/** Imports partnerships, by slug. */
export function importPartnerships(
  database: Database,
  file: SourceFile,
  options: ImportOptions & { at: Date; demonstration: boolean },
): Promise<ImportReport> {
  const layout: Layout<Details, undefined> = {
    columns: () => keys.map((key) => ({ key, names: [key], optional: key === 'website' })),
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

const forms: readonly { key: (typeof keys)[number]; form: RegExp; reason: string }[] = [
  {
    key: 'slug',
    form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    reason: 'The slug takes small letters, digits and single hyphens.',
  },
  { key: 'name', form: /./, reason: 'The name is missing.' },
  { key: 'title', form: /./, reason: 'The title is missing.' },
  {
    key: 'kind',
    form: /^(health-and-social-care-partnership|council)$/,
    reason: 'The kind must be health-and-social-care-partnership or council.',
  },
  { key: 'nation', form: /^(scotland|england)$/, reason: 'The nation must be scotland or england.' },
  { key: 'area_code', form: /^[A-Z]\d{8}$/, reason: 'The area must be an official code such as S12000040.' },
  { key: 'prefix', form: /^[A-Z]{2,5}$/, reason: 'The prefix must be two to five capitals.' },
]

function readPartnership(row: Row, demonstration: boolean): Reading<Details> {
  const problems = forms
    .filter(({ key, form }) => !form.test(row.cell(key)))
    .map(({ key, reason }) => ({ column: row.nameOf(key), reason }))
  const colour = brandProblem(row.cell('brand_colour'))
  if (colour) problems.push({ column: row.nameOf('brand_colour'), reason: colour })
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
