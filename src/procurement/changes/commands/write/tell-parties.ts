import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { type Id, londonDate } from '../../../../core/values/index.ts'
import { procurement } from '../../../schema/index.ts'
import type { Writing } from './writing.ts'

/**
 * Marks every row of a contract with who may read it: the organisations that stand or stood in it, and anyone where
 * it is published. A price is read by whom it is for, never by a competitor; one price for all by all of the lot.
 */
export async function tellParties(
  db: Db,
  { partnershipId, contractId, at }: Pick<Writing, 'partnershipId' | 'contractId' | 'at'>,
): Promise<void> {
  const run = (statement: RawBuilder<unknown>) => statement.execute(procurement(db))
  const all = everyoneIn(partnershipId, contractId)
  const published = sql`(select c.published from contract c where c.partnership_id = ${partnershipId} and c.id = ${contractId})`
  await run(sql`update contract set parties = ${all}
    where partnership_id = ${partnershipId} and id = ${contractId} and parties is distinct from ${all}`)
  for (const [table, of] of [
    ['contract_detail', 'subject_id'],
    ['contract_term', 'subject_id'],
    ['extension_option', 'contract_id'],
  ] as const)
    await run(sql`update ${sql.table(table)} set parties = ${all}, published = ${published}
      where partnership_id = ${partnershipId} and ${sql.ref(of)} = ${contractId}
        and (parties, published) is distinct from (${all}, ${published})`)
  const ofLot = (lot: string) => sql`coalesce((select array_agg(p.organisation_id order by p.organisation_id)
    from lot_provider p where p.partnership_id = ${partnershipId} and p.lot_id = ${sql.ref(lot)}), '{}')`
  await run(sql`update lot set parties = ${ofLot('lot.id')}, published = ${published}
    where partnership_id = ${partnershipId} and contract_id = ${contractId}
      and (parties, published) is distinct from (${ofLot('lot.id')}, ${published})`)
  // Who left, or was never found in the register, is not told to the public.
  const isIn = sql`(${published} and exists (select from standing s
    where s.partnership_id = ${partnershipId} and s.subject_id = lot_provider.id and upper_inf(s.known)
      and s.state in ('active', 'suspended') and (upper_inf(s.held) or upper(s.held) > ${londonDate(at)}::date)))`
  await run(sql`update lot_provider set published = ${isIn}
    where partnership_id = ${partnershipId} and contract_id = ${contractId} and published is distinct from ${isIn}`)
  const ofLine = sql`case when rate_line.organisation_id is null then ${ofLot('rate_line.lot_id')}
    else array[rate_line.organisation_id] end`
  await run(sql`update rate_line set parties = ${ofLine}
    where partnership_id = ${partnershipId} and contract_id = ${contractId} and parties is distinct from ${ofLine}`)
  await run(sql`update rate set parties = l.parties from rate_line l
    where l.partnership_id = ${partnershipId} and l.id = rate.subject_id
      and rate.partnership_id = ${partnershipId} and rate.contract_id = ${contractId}
      and rate.parties is distinct from l.parties`)
  const onePriceForAll = sql`not exists (select from rate_line l where l.partnership_id = ${partnershipId}
    and l.contract_id = ${contractId} and l.organisation_id is not null)`
  const ofDocument = sql`case when kind in ('specification', 'conditions') or (kind = 'price-list' and ${onePriceForAll})
    then ${all} else '{}' end`
  await run(sql`update contract_document set parties = ${ofDocument}
    where partnership_id = ${partnershipId} and contract_id = ${contractId} and parties is distinct from ${ofDocument}`)
}

const everyoneIn = (partnershipId: Id, contractId: Id) =>
  sql`coalesce((select array_agg(distinct p.organisation_id order by p.organisation_id)
    from lot_provider p where p.partnership_id = ${partnershipId} and p.contract_id = ${contractId}), '{}'::uuid[])`
