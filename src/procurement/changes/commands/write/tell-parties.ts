import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../core/db/index.ts'
import { type Id, londonDate } from '../../../../core/values/index.ts'
import { procurement } from '../../../schema/index.ts'

/** Whose rows are marked, and when. */
export interface Telling {
  readonly partnershipId: Id
  readonly contractIds: readonly Id[]
  readonly at: Date
}

/**
 * Marks every row of contracts with who may read it: the organisations that stand or stood in each, and anyone where
 * it is published. A price is read by whom it is for, never by a competitor; one price for all by all of the lot.
 * As many statements for one contract as for hundreds.
 */
export async function tellParties(db: Db, { partnershipId, contractIds, at }: Telling): Promise<void> {
  if (contractIds.length === 0) return
  const run = (statement: RawBuilder<unknown>) => statement.execute(procurement(db))
  const ours = sql`${contractIds}::uuid[]`
  const whole = sql`with whole as materialized (select c.id, c.published,
      coalesce((select array_agg(distinct p.organisation_id order by p.organisation_id) from lot_provider p
        where p.partnership_id = ${partnershipId} and p.contract_id = c.id), '{}') as parties
    from contract c where c.partnership_id = ${partnershipId} and c.id = any(${ours}))`
  await run(sql`${whole} update contract set parties = whole.parties from whole
    where contract.partnership_id = ${partnershipId} and contract.id = whole.id
      and contract.parties is distinct from whole.parties`)
  for (const [table, of] of [
    ['contract_detail', 'subject_id'],
    ['contract_term', 'subject_id'],
    ['extension_option', 'contract_id'],
  ] as const)
    await run(sql`${whole} update ${sql.table(table)} t set parties = whole.parties, published = whole.published
      from whole where t.partnership_id = ${partnershipId} and t.${sql.ref(of)} = whole.id
        and (t.parties, t.published) is distinct from (whole.parties, whole.published)`)
  await run(sql`with own as materialized (select l.id, c.published,
      coalesce((select array_agg(p.organisation_id order by p.organisation_id) from lot_provider p
        where p.partnership_id = ${partnershipId} and p.lot_id = l.id), '{}') as parties
      from lot l join contract c on c.partnership_id = l.partnership_id and c.id = l.contract_id
      where l.partnership_id = ${partnershipId} and l.contract_id = any(${ours}))
    update lot set parties = own.parties, published = own.published from own
    where lot.partnership_id = ${partnershipId} and lot.id = own.id
      and (lot.parties, lot.published) is distinct from (own.parties, own.published)`)
  await run(sql`update lot_area set parties = l.parties, published = l.published from lot l
    where l.partnership_id = ${partnershipId} and l.contract_id = any(${ours})
      and lot_area.partnership_id = ${partnershipId} and lot_area.lot_id = l.id
      and (lot_area.parties, lot_area.published) is distinct from (l.parties, l.published)`)
  // Who left, or was never found in the register, is not told to the public.
  await run(sql`with own as materialized (select p.id, c.published and exists (select from standing s
        where s.partnership_id = ${partnershipId} and s.subject_id = p.id and upper_inf(s.known)
          and s.state in ('active', 'suspended')
          and (upper_inf(s.held) or upper(s.held) > ${londonDate(at)}::date)) as published
      from lot_provider p join contract c on c.partnership_id = p.partnership_id and c.id = p.contract_id
      where p.partnership_id = ${partnershipId} and p.contract_id = any(${ours}))
    update lot_provider set published = own.published from own
    where lot_provider.partnership_id = ${partnershipId} and lot_provider.id = own.id
      and lot_provider.published is distinct from own.published`)
  const ofLine = sql`case when rate_line.organisation_id is null then l.parties else array[rate_line.organisation_id] end`
  await run(sql`update rate_line set parties = ${ofLine} from lot l
    where l.partnership_id = ${partnershipId} and l.contract_id = any(${ours})
      and rate_line.partnership_id = ${partnershipId} and rate_line.lot_id = l.id
      and rate_line.contract_id = any(${ours}) and rate_line.parties is distinct from ${ofLine}`)
  await run(sql`update rate set parties = l.parties from rate_line l
    where l.partnership_id = ${partnershipId} and l.id = rate.subject_id and l.contract_id = any(${ours})
      and rate.partnership_id = ${partnershipId} and rate.contract_id = any(${ours})
      and rate.parties is distinct from l.parties`)
  const onePriceForAll = sql`not exists (select from rate_line l where l.partnership_id = ${partnershipId}
    and l.contract_id = whole.id and l.organisation_id is not null)`
  const ofDocument = sql`case when d.kind in ('specification', 'conditions') or (d.kind = 'price-list' and ${onePriceForAll})
    then whole.parties else '{}' end`
  await run(sql`${whole} update contract_document d set parties = ${ofDocument} from whole
    where d.partnership_id = ${partnershipId} and d.contract_id = whole.id and d.parties is distinct from ${ofDocument}`)
}
