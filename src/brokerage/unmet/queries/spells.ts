import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import type { Spell, SpellPiece } from '../../spell.ts'

/** A spell with what a reader needs to know it by. */
export interface NamedSpell extends Spell {
  readonly beganOn: IsoDate
  readonly packageReference: string
  readonly personReference: string
  readonly serviceName: string
  readonly areaName: string
}

/** A spell by its identifier; undefined when the partnership has none such. */
export async function spellById(db: Db, partnershipId: Id, id: Id): Promise<NamedSpell | undefined> {
  const [spell] = await namedSpells(db, partnershipId).where('s.id', '=', id).execute()
  return spell && spellOf(spell)
}

/** The spells of a package, the latest first. */
export async function spellsOfPackage(db: Db, partnershipId: Id, packageId: Id): Promise<readonly NamedSpell[]> {
  const rows = await namedSpells(db, partnershipId)
    .where('s.package_id', '=', packageId)
    .orderBy('s.began_on', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map(spellOf)
}

type Row = Awaited<ReturnType<ReturnType<typeof namedSpells>['execute']>>[number]

/** Spells with their pieces as they are known now; of the same columns wherever they are read. */
export const namedSpells = (db: Db, partnershipId: Id) =>
  brokerage(db)
    .selectFrom('unmet_spell as s')
    .innerJoin('care_package as p', (join) =>
      join.onRef('p.partnership_id', '=', 's.partnership_id').onRef('p.id', '=', 's.package_id'),
    )
    .innerJoin('person as o', (join) =>
      join.onRef('o.partnership_id', '=', 's.partnership_id').onRef('o.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.person_id', 's.package_id', 's.need', 's.service_type_key', 's.area_code', 's.kind'])
    .select(['s.preference', 's.origin', 's.began_at', 's.began_on', 's.ended_on', 's.end_reason'])
    .select(['p.reference as package_reference', 'o.reference as person_reference', pieces])
    .select(
      sql<string>`coalesce((select name from service_type where key = s.service_type_key), s.need)`.as('service_name'),
    )
    .select(sql<string>`coalesce((select name from area where code = s.area_code), s.area_code)`.as('area_name'))
    .where('s.partnership_id', '=', partnershipId)

const pieces = sql<
  SpellPiece[]
>`coalesce((select json_agg(json_build_object('from', lower(h.held), 'until', upper(h.held),
    'wantedMinutes', h.wanted_minutes, 'deliveredMinutes', h.delivered_minutes, 'interim', h.interim,
    'reason', h.reason, 'harm', h.harm, 'reviewOn', h.review_on, 'unplaced', h.unplaced) order by lower(h.held))
    from unmet_piece h where h.partnership_id = s.partnership_id and h.subject_id = s.id and upper_inf(h.known)), '[]')`.as(
  'pieces',
)

/** A row as a spell. */
export const spellOf = (row: Row): NamedSpell => ({
  id: row.id,
  personId: row.person_id,
  packageId: row.package_id,
  need: row.need,
  serviceType: row.service_type_key,
  area: row.area_code,
  kind: row.kind,
  preference: row.preference,
  origin: row.origin,
  beganAt: row.began_at,
  beganOn: row.began_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  pieces: row.pieces,
  packageReference: row.package_reference,
  personReference: row.person_reference,
  serviceName: row.service_name,
  areaName: row.area_name,
})
