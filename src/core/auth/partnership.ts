import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { keptPlan } from '../db/kept-plan.ts'
import { conflict, notFound } from '../errors/index.ts'
import { type Id, newId } from '../values/index.ts'
import { type AuthTables, auth } from './schema.ts'

/** A council and health board together, or a council alone, that commissions care. */
export interface Partnership {
  id: Id
  slug: string
  title: string
  name: string
  kind: AuthTables['partnership']['kind']
  nation: AuthTables['partnership']['nation']
  areaCode: string
  prefix: string
  brandColour: string
  website: string | null
  /** Made from published documents to show the product; its pages say so. */
  demonstration: boolean
}

const columns = [
  'p.id',
  'p.slug',
  'p.title',
  'p.name',
  'p.kind',
  'p.nation',
  'p.area_code as areaCode',
  'p.prefix',
  'p.brand_colour as brandColour',
  'p.website',
  'p.demonstration',
] as const

/** Every partnership, by title. */
export const allPartnerships = (db: Db): Promise<Partnership[]> =>
  auth(db).selectFrom('partnership as p').select(columns).orderBy('p.title').execute()

/** The partnership of an address, or "not found". */
export async function partnershipBySlug(db: Db, slug: string): Promise<Partnership> {
  const found = await auth(db)
    .selectFrom('partnership as p')
    .select(columns)
    .where('p.slug', '=', slug)
    .modifyEnd(keptPlan)
    .executeTakeFirst()
  if (!found) throw notFound(`A partnership named “${slug}”`)
  return found
}

/** One partnership by its identifier, or "not found". */
export async function partnershipById(db: Db, id: Id): Promise<Partnership> {
  const found = await auth(db).selectFrom('partnership as p').select(columns).where('p.id', '=', id).executeTakeFirst()
  if (!found) throw notFound('This partnership')
  return found
}

const properties = columns.map((column) => {
  const [own = '', name = own.slice(2)] = column.split(' as ')
  return `'${name}', ${own}`
})

/** What a query selects to have a partnership beside what else it reads. */
export const toldPartnership = (id: Id): RawBuilder<Partnership | null> =>
  sql<Partnership | null>`(select json_build_object(${sql.raw(properties.join())}) from partnership p where p.id = ${id})`

/** Adds a partnership, or brings one with the same slug up to date; says which. */
export async function savePartnership(
  db: Db,
  details: Omit<Partnership, 'id'>,
): Promise<{ id: Id; outcome: 'added' | 'changed' }> {
  const { areaCode: area_code, brandColour: brand_colour, ...rest } = details
  const row = { ...rest, area_code, brand_colour }
  const id = newId()
  const other = await auth(db)
    .selectFrom('partnership as p')
    .select('p.title')
    .where('p.prefix', '=', details.prefix)
    .where('p.slug', '<>', details.slug)
    .executeTakeFirst()
  if (other)
    throw conflict(`The references of ${other.title} begin with ${details.prefix} already. Choose other letters.`)
  const saved = await auth(db)
    .insertInto('partnership')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: saved.id, outcome: saved.id === id ? 'added' : 'changed' }
}
