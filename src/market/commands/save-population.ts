import { sql } from 'kysely'
import { type Db, json } from '../../core/db/index.ts'
import type { Outcome } from '../../core/import/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import type { EditionName } from '../edition.ts'
import type { PopulationLine } from '../read-population.ts'
import { market } from '../schema.ts'

/** The good lines of one file, whose ages are divided alike. */
export interface PopulationFile {
  readonly name: string
  readonly lowerAges: readonly number[]
  readonly lines: readonly PopulationLine[]
}

/** Writes lines into an edition: new ones, ones that differ, and finer ones over coarser ones. */
export async function savePopulation(
  db: Db,
  edition: EditionName & { readonly sourceKey: string },
  { name, lowerAges, lines }: PopulationFile,
): Promise<Outcome> {
  const editionId = await editionFor(db, edition)
  const starts = sql`cast(${`{${lowerAges.join(',')}}`} as text)::int[]`
  const before = await rowsOf(db, editionId)
  let written = 0
  for (let start = 0; start < lines.length; start += rowsAStatement) {
    // Coarser ages than those that stand say nothing new, even when they disagree: the finer file is to be mended.
    const result = await sql`insert into population_count as c
        (edition_id, area_code, year, sex, all_ages, lower_ages, people, file, line)
      select ${editionId}, n."areaCode", n.year, n.sex, n."allAges", ${starts}, n.people, ${name}, n.line
      from jsonb_to_recordset(${json(lines.slice(start, start + rowsAStatement))}) as n(
        "areaCode" text, year integer, sex text, "allAges" integer, people integer[], line integer)
      on conflict (edition_id, area_code, year, sex) do update
      set all_ages = excluded.all_ages, lower_ages = excluded.lower_ages, people = excluded.people,
        file = excluded.file, line = excluded.line
      where (c.lower_ages, c.people) is distinct from (excluded.lower_ages, excluded.people)
        and not (excluded.lower_ages <@ c.lower_ages and excluded.lower_ages <> c.lower_ages)`.execute(market(db))
    written += Number(result.numAffectedRows ?? 0)
  }
  // Nobody else adds to the edition meanwhile, because its row is locked.
  const added = (await rowsOf(db, editionId)) - before
  return { added, changed: written - added, unchanged: lines.length - written }
}

async function rowsOf(db: Db, editionId: Id): Promise<number> {
  const { rows } = await market(db)
    .selectFrom('population_count as c')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('c.edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return rows
}

/** Keeps a statement's text near half a megabyte for single years of age. */
const rowsAStatement = 1000

/** The edition's identifier; its row stays locked, so that two imports into one edition take turns. */
async function editionFor(db: Db, { kind, vintage, sourceKey }: EditionName & { sourceKey: string }): Promise<Id> {
  const { id } = await market(db)
    .insertInto('population_edition')
    .values({ id: newId(), kind, vintage, source_key: sourceKey })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'vintage', 'source_key'])
        .doUpdateSet(({ ref }) => ({ vintage: ref('excluded.vintage') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
