import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { keyOfPackage } from '../package-of-file.ts'

/** What is here already of people whose record has a number: keys of packages, and the live package for each of their needs. */
export async function standingPackages(
  db: Db,
  partnershipId: Id,
): Promise<{ readonly keys: ReadonlySet<string>; readonly live: ReadonlyMap<string, string> }> {
  const rows = await brokerage(db)
    .selectFrom('care_package as p')
    .innerJoin('person as o', (join) =>
      join.onRef('o.partnership_id', '=', 'p.partnership_id').onRef('o.id', '=', 'p.person_id'),
    )
    .select(['p.reference', 'p.need', 'p.ready_at', 'p.state', 'o.own_reference'])
    .where('p.partnership_id', '=', partnershipId)
    .where('o.own_reference', 'is not', null)
    .execute()
  const keys = new Set<string>()
  const live = new Map<string, string>()
  for (const { reference, need, ready_at, state, own_reference } of rows) {
    const person = own_reference ?? ''
    keys.add(keyOfPackage(person, need, londonDate(ready_at)))
    if (state !== 'ended' && state !== 'withdrawn') live.set(`${person.toLowerCase()} ${need}`, reference)
  }
  return { keys, live }
}
