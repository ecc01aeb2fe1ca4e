import { sql } from 'kysely'
import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Contract } from '../../contract.ts'
import type { Decision } from '../../planning/decision.ts'
import { decisionsOf } from '../../planning/decision-dates.ts'
import { planningOf } from '../../planning/queries/planning.ts'
import { contractAt } from '../../queries/contract.ts'
import type { TablePrice } from '../../rates/national-framework.ts'
import { tablePrices } from '../../rates/queries/national.ts'
import { procurement } from '../../schema/index.ts'
import type { AsAt } from '../as-at.ts'
import { type VersionedDocument, versioned } from '../contract-document.ts'
import { dayWithin, type LotOnDay, lotsOn } from '../lot-places.ts'
import type { ToldChange } from '../told-change.ts'
import { changesOf } from './changes-of.ts'
import { documentsOf } from './documents.ts'

/** What the keys and codes of a contract stand for, by key and code. */
export type Names = ReadonlyMap<string, string>

/** What a contract's page shows. */
export interface ContractContent {
  readonly contract: Contract
  readonly decisions: readonly Decision[]
  readonly lots: readonly LotOnDay[]
  readonly documents: readonly VersionedDocument[]
  /** The newest first. */
  readonly changes: readonly ToldChange[]
  /** Of care groups, services, areas, market areas, frameworks, and of whoever changed it. */
  readonly names: Names
}

/** Reads one contract for its page, as it held and was known; undefined when it is not there. A bounded number of queries. */
export async function contractContent(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'nation'>,
  reference: string,
  time: AsAt,
): Promise<ContractContent | undefined> {
  const contract = await contractAt(db, partnership.id, { reference }, time)
  if (contract?.stage !== 'awarded') return undefined
  const planning = await planningOf(db, partnership)
  const documents = await documentsOf(db, partnership.id, contract.id, time)
  const changes = await changesOf(db, partnership.id, contract.id, time)
  const told = changes.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy])
  return {
    contract,
    decisions: decisionsOf(contract, planning, time.on),
    lots: lotsOn(contract, dayWithin(contract, time.on), await nationalPrices(db, contract)),
    documents: versioned(documents),
    changes,
    names: await namesIn(db, partnership.id, contract, [...told, ...documents.map(({ addedBy }) => addedBy)]),
  }
}

/** The national table, where a price of the contract is taken from one. */
async function nationalPrices(db: Db, { detail, lots }: Contract): Promise<readonly TablePrice[]> {
  const { nationalFramework } = detail
  const used = lots.some(({ rateLines }) => rateLines.some(({ basis }) => basis === 'national'))
  return used && nationalFramework ? tablePrices(db, [nationalFramework]) : []
}

async function namesIn(
  db: Db,
  partnershipId: Id,
  { detail, lots, followsId, source }: Contract,
  accounts: readonly (Id | null)[],
): Promise<Names> {
  const codes = [...new Set(lots.flatMap(({ areas }) => areas))]
  const services = [detail.serviceType, ...lots.map(({ serviceType }) => serviceType)].filter((key) => key !== null)
  const people = [...new Set(accounts.filter((id) => id !== null))]
  const { rows } = await sql<{ key: string; name: string }>`
    select a.code as key, a.name from area a where a.code = any(${codes}::text[])
    union all select m.key, m.name from market_area m where m.partnership_id = ${partnershipId} and m.key = ${detail.marketArea}
    union all select f.key, f.owner || ': ' || f.title from national_framework f where f.key = ${detail.nationalFramework}
    union all select s.key, s.title from source s where s.key = ${source?.key ?? null}
    union all select c.id::text, c.reference from contract c where c.partnership_id = ${partnershipId} and c.id = ${followsId}
    union all select t.key, t.name from service_type t where t.key = any(${services}::text[])
    union all select g.key, g.name from care_group g where g.key = any(${detail.careGroups}::text[])
    union all select p.id::text, p.name from account p where p.id = any(${people}::uuid[])`.execute(procurement(db))
  return new Map(rows.map(({ key, name }) => [key, name]))
}
