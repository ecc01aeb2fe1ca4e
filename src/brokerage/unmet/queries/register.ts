import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { SpellKind, UnmetReason } from '../../spell.ts'
import { type NamedSpell, namedSpells, spellOf } from './spells.ts'

/** Which spells of the register are wanted. */
export interface RegisterFilter {
  readonly kind?: SpellKind | undefined
  readonly service?: string | undefined
  readonly area?: string | undefined
  readonly origin?: 'hospital' | 'community' | undefined
  readonly reason?: UnmetReason | undefined
  /** Open ones unless said otherwise. */
  readonly ended?: boolean | undefined
}

/** So many spells stand on one page. */
export const spellsPerPage = 50

/** The register of who waits: those whose review is late first, then those without one, then by its day. */
export async function registerOf(
  db: Db,
  partnershipId: Id,
  filter: RegisterFilter,
  { page, today }: { readonly page: number; readonly today: IsoDate },
): Promise<{ readonly spells: readonly NamedSpell[]; readonly count: number }> {
  const latest = sql`(select h.review_on from unmet_piece h where h.partnership_id = s.partnership_id
    and h.subject_id = s.id and upper_inf(h.known) order by lower(h.held) desc limit 1)`
  const reason = sql<boolean>`(select h.reason from unmet_piece h where h.partnership_id = s.partnership_id
    and h.subject_id = s.id and upper_inf(h.known) order by lower(h.held) desc limit 1) = ${filter.reason ?? ''}`
  const query = namedSpells(db, partnershipId)
    .select(sql<number>`(count(*) over ())::int`.as('count'))
    .where('s.ended_on', filter.ended ? 'is not' : 'is', null)
    .$if(filter.kind !== undefined, (some) => some.where('s.kind', '=', filter.kind ?? 'need'))
    .$if(filter.service !== undefined, (some) => some.where('s.service_type_key', '=', filter.service ?? ''))
    .$if(filter.area !== undefined, (some) => some.where('s.area_code', '=', filter.area ?? ''))
    .$if(filter.origin !== undefined, (some) => some.where('s.origin', '=', filter.origin ?? 'community'))
    .$if(filter.reason !== undefined, (some) => some.where(reason))
    .orderBy(sql`case when ${latest} < ${today}::date then 0 when ${latest} is null then 1 else 2 end`)
    .orderBy(sql`${latest}`)
    .orderBy('s.began_on')
    .orderBy('s.id')
    .limit(spellsPerPage)
    .offset((page - 1) * spellsPerPage)
  const rows = await query.execute()
  return { spells: rows.map(spellOf), count: rows[0]?.count ?? 0 }
}

/** Who was assessed and waiting on the last Mondays, all of the partnership: for its own staff, nothing is hidden. */
export async function lastWeeks(db: Db, partnershipId: Id) {
  const rows = await brokerage(db)
    .selectFrom('unmet_week as w')
    .select('w.week_on as week')
    .select(sql<number>`coalesce(sum(w.people) filter (where w.met = 'none'), 0)::int`.as('waiting'))
    .select(
      sql<number>`coalesce(sum(w.people) filter (where w.met = 'none' and w.origin = 'hospital'), 0)::int`.as(
        'inHospital',
      ),
    )
    .select(sql<number>`coalesce(sum(w.minutes) filter (where w.met = 'none'), 0)::int`.as('waitingMinutes'))
    .select(sql<number>`coalesce(sum(w.people) filter (where w.met = 'part'), 0)::int`.as('part'))
    .select(sql<number>`coalesce(sum(w.minutes) filter (where w.met = 'part'), 0)::int`.as('partMinutes'))
    .where('w.partnership_id', '=', partnershipId)
    .groupBy('w.week_on')
    .orderBy('w.week_on', 'desc')
    .limit(8)
    .execute()
  return rows
}

/** One Monday's counts. */
export type WeekTold = Awaited<ReturnType<typeof lastWeeks>>[number]

/** What the register can be narrowed by: services and areas in which anybody waits. */
export async function registerLists(db: Db, partnershipId: Id) {
  const { services, areas } = await brokerage(db)
    .selectNoFrom([
      sql<
        { key: string; name: string }[]
      >`coalesce((select json_agg(json_build_object('key', t.key, 'name', t.name) order by t.name)
        from service_type t where t.key in (select service_type_key from unmet_spell where partnership_id = ${partnershipId})), '[]')`.as(
        'services',
      ),
      sql<
        { code: string; name: string }[]
      >`coalesce((select json_agg(json_build_object('code', a.code, 'name', a.name) order by a.name)
        from area a where a.code in (select area_code from unmet_spell where partnership_id = ${partnershipId})), '[]')`.as(
        'areas',
      ),
    ])
    .executeTakeFirstOrThrow()
  return { services, areas }
}
