import { sql } from 'kysely'
import { type Db, keptPlan, tables } from '../db/index.ts'
import type { Id } from '../values/index.ts'

const heads = tables<{
  ledger_head: { partnership_id: Id; seq: number }
  partnership: { id: Id; slug: string }
}>()

/** The chain of what all partnerships share. */
const shared = '00000000-0000-0000-0000-000000000000'

/** How far the ledger has come for one partnership and the shared data, or for everything: any change of data moves it. */
export async function dataVersion(db: Db, slug: string | undefined): Promise<string> {
  const query = heads(db)
    .selectFrom('ledger_head as h')
    .select(sql<number>`coalesce(sum(h.seq), 0)::int8`.as('version'))
    .$if(slug !== undefined, (some) =>
      some.where((where) =>
        where.or([
          where('h.partnership_id', '=', shared),
          where('h.partnership_id', 'in', (inner) =>
            inner
              .selectFrom('partnership as p')
              .select('p.id')
              .where('p.slug', '=', slug ?? ''),
          ),
        ]),
      ),
    )
  const { version } = await query.modifyEnd(keptPlan).executeTakeFirstOrThrow()
  return String(version)
}
