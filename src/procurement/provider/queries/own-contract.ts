import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { areasOf } from '../../../places/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { Contract, Lot } from '../../contract.ts'
import { contractAt } from '../../queries/contract.ts'
import { pricesOfLots } from '../../queries/prices-of-lots.ts'
import type { Enhancement } from '../../rate-in-force.ts'
import type { ContractDocument } from '../../register/contract-document.ts'
import { documentsOf } from '../../register/queries/documents.ts'
import { type OwnPrice, ownPrices } from '../own-prices.ts'
import { ownEnhancements } from './own-enhancements.ts'

/** What an organisation is told of a contract that it has or had a place in. */
export interface OwnContractContent {
  readonly contract: Contract
  /** Only the lots that it has or had a place in. */
  readonly lots: readonly Lot[]
  readonly prices: readonly OwnPrice[]
  /** What is paid above the price for one person's care. */
  readonly enhancements: readonly Enhancement[]
  readonly documents: readonly ContractDocument[]
  readonly services: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
}

/** A contract as an organisation in it is told of it; "not found" where it has no place in it, published or not. */
export async function ownContract(
  db: Db,
  { partnership, organisationId, reference, on }: OwnContractAsked,
): Promise<OwnContractContent> {
  const contract = await contractAt(db, partnership.id, { reference }, { on })
  const lots = (contract?.lots ?? []).filter(({ standings }) =>
    standings.some((standing) => standing.organisationId === organisationId),
  )
  if (contract?.stage !== 'awarded' || lots.length === 0) throw notFound('This contract')
  const lotIds = lots.map(({ id }) => id)
  const found = await pricesOfLots(db, { partnershipId: partnership.id, lotIds, on })
  return {
    contract,
    lots,
    prices: ownPrices(lots, { organisationId, terms: contract.terms, found, on }),
    enhancements: await ownEnhancements(db, { partnershipId: partnership.id, organisationId, lotIds, on }),
    documents: await documentsOf(db, partnership.id, contract.id),
    services: new Map((await serviceTypes(db)).map(({ key, name }) => [key, name])),
    areas: new Map((await areasOf(db, partnership.id)).map(({ code, name }) => [code, name])),
  }
}

/** Which contract is asked for, by whom, as at which day. */
export interface OwnContractAsked {
  readonly partnership: Partnership
  readonly organisationId: Id
  readonly reference: string
  readonly on: IsoDate
}
