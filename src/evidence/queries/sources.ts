import { type Db, keptPlan } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { evidence } from '../schema.ts'
import { type Source, sourceByNameAlone } from '../source.ts'

const columns = [
  's.key',
  's.title',
  's.publisher',
  's.published',
  's.edition',
  's.licence',
  's.licence_url as licenceUrl',
  's.url',
  's.note',
] as const

/** Every source, by key. */
export const allSources = (db: Db): Promise<Source[]> =>
  evidence(db).selectFrom('source as s').select(columns).orderBy('s.key').modifyEnd(keptPlan).execute()

/** Every source by its key: they are few, and one query serves a whole page. */
export const sourceMap = async (db: Db): Promise<ReadonlyMap<string, Source>> =>
  new Map((await allSources(db)).map((source) => [source.key, source]))

/** The keys of every source. */
export async function sourceKeys(db: Db): Promise<Set<string>> {
  const rows = await evidence(db).selectFrom('source as s').select('s.key').execute()
  return new Set(rows.map((row) => row.key))
}

/** One source, or "not found". */
export async function sourceByKey(db: Db, key: string): Promise<Source> {
  const found = await evidence(db).selectFrom('source as s').select(columns).where('s.key', '=', key).executeTakeFirst()
  if (!found) throw notFound(`A source with the key “${key}”`)
  return found
}

/** Several sources at once, by key. */
export async function sourcesByKey(db: Db, keys: readonly string[]): Promise<Map<string, Source>> {
  if (keys.length === 0) return new Map()
  const rows = await evidence(db).selectFrom('source as s').select(columns).where('s.key', 'in', keys).execute()
  return new Map(rows.map((source) => [source.key, source]))
}

/** The source that a user names by its key or its title, in any case; undefined when there is none. */
export const sourceNamed = (db: Db, name: string): Promise<Source | undefined> =>
  evidence(db)
    .selectFrom('source as s')
    .select(columns)
    .where(({ fn, or, eb }) =>
      or([
        eb('s.key', '=', name.trim().toLowerCase()),
        eb(fn<string>('lower', ['s.title']), '=', name.trim().toLowerCase()),
      ]),
    )
    .orderBy('s.key')
    .executeTakeFirst()

/** The source that a user names, or a new one of which the name is all that is known; it is added when its figures are. */
export async function sourceToCite(db: Db, name: string): Promise<Source> {
  const found = await sourceNamed(db, name)
  if (found) return found
  const source = sourceByNameAlone(name.trim())
  if (source.key === '') throw invalid(`“${name}” can’t name a source.`, 'Give the key of a source, or its title.')
  return source
}

/** Adds sources, or brings those with the same key up to date. */
export async function saveSources(db: Db, sources: readonly Source[]): Promise<void> {
  if (sources.length === 0) return
  await evidence(db)
    .insertInto('source')
    .values(sources.map(({ licenceUrl, ...source }) => ({ ...source, licence_url: licenceUrl })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        title: ref('excluded.title'),
        publisher: ref('excluded.publisher'),
        published: ref('excluded.published'),
        edition: ref('excluded.edition'),
        licence: ref('excluded.licence'),
        licence_url: ref('excluded.licence_url'),
        url: ref('excluded.url'),
        note: ref('excluded.note'),
      })),
    )
    .execute()
}

/** Adds a source unless one with its key stands already, which is then left as it is. */
export async function addMissingSource(db: Db, { licenceUrl, ...source }: Source): Promise<void> {
  await evidence(db)
    .insertInto('source')
    .values({ ...source, licence_url: licenceUrl })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
