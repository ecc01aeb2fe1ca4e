import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Area } from '../area.ts'
import { foldedName } from '../folded-name.ts'
import { places } from '../schema.ts'

/** Finds the area that a text means, or undefined when it is none or could be several. */
export type AreaResolver = (text: string) => Area | undefined

/**
 * Reads all areas once and answers by code, earlier code or any name.
 * A name that several areas bear ("East") means the one that the partnership works with, when it is only one.
 */
export async function areaResolver(db: Db, partnershipId?: Id): Promise<AreaResolver> {
  const areas = await places(db).selectFrom('area as a').select(['a.code', 'a.name', 'a.kind', 'a.nation']).execute()
  const names = await places(db)
    .selectFrom('area_name as n')
    .select(['n.code', 'n.folded', 'n.previous_code'])
    .execute()
  const own = await codesOf(db, partnershipId)
  const byCode = new Map(areas.map((area) => [area.code.toLowerCase(), area]))
  const earlier = Map.groupBy(
    names.filter((name) => name.previous_code),
    (name) => name.folded,
  )
  const named = Map.groupBy(
    names.filter((name) => !name.previous_code),
    (name) => name.folded,
  )
  const only = (found: readonly { code: string }[] = []) => {
    const near = found.length > 1 ? found.filter(({ code }) => own.has(code)) : found
    return near.length === 1 ? byCode.get(near[0]?.code.toLowerCase() ?? '') : undefined
  }
  return (text) => {
    const folded = foldedName(text)
    return byCode.get(text.trim().toLowerCase()) ?? only(earlier.get(folded)) ?? only(named.get(folded))
  }
}

async function codesOf(db: Db, partnershipId: Id | undefined): Promise<ReadonlySet<string>> {
  if (!partnershipId) return new Set()
  const rows = await places(db)
    .selectFrom('partnership_area as p')
    .select('p.code')
    .where('p.partnership_id', '=', partnershipId)
    .execute()
  return new Set(rows.map((row) => row.code))
}
