import type { Partnership } from '../../../core/auth/index.ts'
import type { CsvCell } from '../../../core/csv/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { organisationNames, registrationsOf, regulatorOf } from '../../../providers/index.ts'
import { capRows } from '../../changes/queries/caps.ts'
import type { Contract } from '../../contract.ts'
import { contractsAt } from '../../queries/contract.ts'
import { allPurchases } from '../../spot/queries/purchases.ts'
import { marketAreasOf, summaryWordsOf } from '../../summaries/queries/market-areas.ts'
import { contractFileColumns, contractRecord } from '../contract-record.ts'
import { lotFileColumns, lotRecords } from '../lot-records.ts'
import { marketAreaFileColumns, marketAreaRecord } from '../market-area-record.ts'
import { rateFileColumns, rateRecords } from '../rate-records.ts'
import { spotFileColumns, spotRecord } from '../spot-record.ts'
import { tableOf } from '../written-cells.ts'
import { contractsByReference } from './contract-references.ts'

/** What can be written in the layout in which it is read. */
export const exportKinds = ['contracts', 'lots', 'rates', 'market-areas', 'spot-purchases'] as const

export type ExportKind = (typeof exportKinds)[number]

type Of = Pick<Partnership, 'id' | 'nation'>

/** What a partnership holds of one kind, as it stands on a day, in the layout of its imports. */
export async function exportRows(db: Db, partnership: Of, kind: ExportKind, on: IsoDate): Promise<CsvCell[][]> {
  if (kind === 'market-areas') return marketAreaRows(db, partnership.id, on)
  const references = [...new Set((await contractsByReference(db, partnership.id)).values())]
  const referenceOf = new Map(references.map(({ id, reference, ownReference }) => [id, ownReference ?? reference]))
  if (kind === 'spot-purchases') return spotRows(db, partnership.id, referenceOf)
  const ids = references.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)).map(({ id }) => id)
  const contracts = await contractsAt(db, partnership.id, ids, { on })
  if (kind === 'contracts') {
    return tableOf(
      contractFileColumns,
      contracts.map((contract) => contractRecord(contract, { referenceOf, on })),
    )
  }
  return kind === 'lots'
    ? lotRows(db, partnership, contracts, referenceOf)
    : rateRows(db, partnership.id, contracts, referenceOf)
}

async function lotRows(db: Db, { nation }: Of, contracts: readonly Contract[], references: ReadonlyMap<Id, string>) {
  const places = contracts.flatMap(({ lots }) => lots.flatMap(({ standings }) => standings))
  const ids = [...new Set(places.map(({ organisationId }) => organisationId))]
  const registrations = (await registrationsOf(db, ids)).filter(({ regulator }) => regulator === regulatorOf(nation))
  const byOrganisation = Map.groupBy(registrations, ({ organisationId }) => organisationId)
  // With several numbers nobody can say which is meant: its name then tells as much.
  const numbers = new Map(
    [...byOrganisation].flatMap(([id, [one, ...others]]) =>
      one && others.length === 0 ? [[id, one.providerNumber]] : [],
    ),
  )
  return tableOf(
    lotFileColumns,
    contracts.flatMap((contract) => lotRecords(contract, { reference: references.get(contract.id) ?? '', numbers })),
  )
}

async function rateRows(
  db: Db,
  partnershipId: Id,
  contracts: readonly Contract[],
  references: ReadonlyMap<Id, string>,
) {
  const capped = contracts.flatMap(({ lots }) => lots.filter((lot) => lot.capped).map(({ id }) => id))
  const caps = await capRows(db, partnershipId, capped)
  return tableOf(
    rateFileColumns,
    contracts.flatMap((contract) => rateRecords(contract, { reference: references.get(contract.id) ?? '', caps })),
  )
}

async function marketAreaRows(db: Db, partnershipId: Id, on: IsoDate) {
  const words = await summaryWordsOf(db, partnershipId, { on, shown: 'latest' })
  const areas = await marketAreasOf(db, partnershipId)
  return tableOf(
    marketAreaFileColumns,
    areas.map((area) => marketAreaRecord(area, words.get(area.id))),
  )
}

async function spotRows(db: Db, partnershipId: Id, references: ReadonlyMap<Id, string>) {
  const purchases = await allPurchases(db, partnershipId)
  const names = await organisationNames(db, [...new Set(purchases.map(({ organisationId }) => organisationId))])
  return tableOf(
    spotFileColumns,
    purchases.map((purchase) => spotRecord(purchase, { names, references })),
  )
}
