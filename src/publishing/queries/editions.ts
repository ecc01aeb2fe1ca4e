import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import type { NumberChange } from '../compare-figures.ts'
import type { Edition } from '../edition.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { publishing } from '../schema.ts'
import type { SectionSlug } from '../section.ts'

const columns = [
  'e.id',
  'e.number',
  'e.title',
  'e.summary',
  'e.published_at as publishedAt',
  'e.published_by as publishedBy',
  'e.changes',
] as const

/** The words of an edition by section. */
export type Words = ReadonlyMap<SectionSlug, readonly Block[]>

/** An edition with its words; both undefined and empty where nothing was published yet. */
export interface PublishedWords {
  readonly edition: Edition | undefined
  readonly words: Words
}

/** A page of editions, newest first; `next` is where the following page begins, null on the last. */
export interface EditionsPage {
  readonly editions: readonly Edition[]
  readonly next: number | null
}

/** The editions of a statement, newest first, a page at a time: those before a number where one is given. */
export async function editionsOf(
  db: Db,
  partnershipId: Id,
  { before, limit = 20 }: { readonly before?: number | undefined; readonly limit?: number | undefined } = {},
): Promise<EditionsPage> {
  const editions = await ofPartnership(db, partnershipId)
    .select(columns)
    .$if(before !== undefined, (some) => some.where('e.number', '<', before ?? 0))
    .orderBy('e.number', 'desc')
    .limit(limit + 1)
    .execute()
  return {
    editions: editions.slice(0, limit),
    next: editions.length > limit ? (editions[limit - 1]?.number ?? null) : null,
  }
}

/** What the statement says now: the words of its latest edition, of all sections or of some. One query. */
export async function publishedWords(
  db: Db,
  partnershipId: Id,
  wanted?: readonly SectionSlug[],
): Promise<PublishedWords> {
  const found = await withWords(db, partnershipId, wanted).orderBy('e.number', 'desc').limit(1).executeTakeFirst()
  return found ? unpacked(found) : { edition: undefined, words: new Map() }
}

/** An edition as its number finds it. */
export interface EditionFound {
  readonly edition: Edition
  readonly words: Words
  /** What the sources that its words name were called then, by key. */
  readonly sources: ReadonlyMap<string, { readonly title: string }>
  /** The number of the latest edition. */
  readonly latest: number
  /** How many figures were frozen with it, by section. */
  readonly figures: ReadonlyMap<SectionSlug, number>
}

/** An edition by its number with its words, or "not found". One query. */
export async function editionByNumber(
  db: Db,
  partnershipId: Id,
  number: number,
  wanted?: readonly SectionSlug[],
): Promise<EditionFound> {
  const found = await withWords(db, partnershipId, wanted)
    .select((select) =>
      select
        .selectFrom('edition as l')
        .select(({ fn }) => fn.max('l.number').as('latest'))
        .where('l.partnership_id', '=', partnershipId)
        .as('latest'),
    )
    .select(
      sql<[SectionSlug, number][] | null>`(select json_agg(json_build_array(c.section, c.figures)) from
        (select f.section, count(*)::int as figures from edition_figure f
          where f.partnership_id = e.partnership_id and f.edition_id = e.id group by f.section) c)`.as('figures'),
    )
    .where('e.number', '=', number)
    .executeTakeFirst()
  if (!found) throw notFound(`Edition ${number}`, 'The list of editions has those that were published.')
  const { latest, figures, ...rest } = found
  return { ...unpacked(rest), latest: latest ?? number, figures: new Map(figures ?? []) }
}

/** The first numbers that an edition changed, as they were when it was published. One query. */
export async function mainChanges(db: Db, partnershipId: Id, editionId: Id): Promise<readonly NumberChange[]> {
  const found = await ofPartnership(db, partnershipId)
    .select('e.main_changes as changes')
    .where('e.id', '=', editionId)
    .executeTakeFirst()
  return found?.changes ?? []
}

/** The frozen figures of an edition in their order, of all sections or of one, or those with some identifiers. */
export async function editionFigures(
  db: Db,
  partnershipId: Id,
  editionId: Id,
  { section, ids }: { readonly section?: SectionSlug; readonly ids?: readonly string[] } = {},
): Promise<PublishedFigure[]> {
  if (ids?.length === 0 && !section) return []
  const rows = await publishing(db)
    .selectFrom('edition_figure as f')
    .select(sql<PublishedFigure[]>`coalesce(json_agg(f.figure order by f.position), '[]')`.as('figures'))
    .where('f.partnership_id', '=', partnershipId)
    .where('f.edition_id', '=', editionId)
    .where(({ or, eb, and }) => {
      const either = [
        ...(section ? [eb('f.section', '=', section)] : []),
        ...(ids && ids.length > 0 ? [eb('f.figure_id', 'in', [...ids])] : []),
      ]
      return either.length > 0 ? or(either) : and([])
    })
    .executeTakeFirstOrThrow()
  return rows.figures
}

const ofPartnership = (db: Db, partnershipId: Id) =>
  publishing(db).selectFrom('edition as e').where('e.partnership_id', '=', partnershipId)

const withWords = (db: Db, partnershipId: Id, wanted?: readonly SectionSlug[]) =>
  ofPartnership(db, partnershipId)
    .select(columns)
    .select((select) =>
      select
        .selectFrom('edition_section as s')
        .select(sql<Frozen[]>`coalesce(json_agg(json_build_array(s.section, s.blocks, s.sources)), '[]')`.as('words'))
        .whereRef('s.partnership_id', '=', 'e.partnership_id')
        .whereRef('s.edition_id', '=', 'e.id')
        .$if(wanted !== undefined, (some) => some.where(sql<boolean>`s.section = any(${wanted ?? []}::text[])`))
        .as('words'),
    )

/** A section of an edition: its words, and what the sources that they name were called. */
type Frozen = readonly [SectionSlug, readonly Block[], Readonly<Record<string, string>>]

const unpacked = ({ words, ...edition }: Edition & { readonly words: readonly Frozen[] | null }) => ({
  edition,
  words: new Map((words ?? []).map(([section, blocks]) => [section, blocks])) as Words,
  sources: new Map(
    (words ?? []).flatMap(([, , titles]) => Object.entries(titles).map(([key, title]) => [key, { title }])),
  ),
})
