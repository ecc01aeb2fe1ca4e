import { sql } from 'kysely'
import { type Db, json } from '../../../core/db/index.ts'
import { brokerage } from '../../schema/index.ts'
import { needCriteria } from '../reference/need-criteria.ts'

/** Writes the criteria by which need is judged; safe at every start, since only what differs is touched. */
export async function loadNeedCriteria(db: Db): Promise<void> {
  await sql`insert into need_criteria as t (key, nation, name, valid, levels, source)
    select g.key, g.nation, g.name, daterange(g."from", g."until"), g.levels, g.source
      from jsonb_to_recordset(${json(needCriteria)}) as g (key text, nation text, name text, "from" date, "until" date,
        levels jsonb, source text)
    on conflict (key) do update set nation = excluded.nation, name = excluded.name, valid = excluded.valid,
        levels = excluded.levels, source = excluded.source
      where (t.nation, t.name, t.valid, t.levels, t.source)
        is distinct from (excluded.nation, excluded.name, excluded.valid, excluded.levels, excluded.source)`.execute(
    brokerage(db),
  )
}
