import { type Actor, type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Layout,
  type Rejection,
  recordImport,
  runImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { canonicalJson, type Id } from '../../core/values/index.ts'
import { areaResolver } from '../../places/index.ts'
import { careGroups, serviceTypes, termNamed } from '../../providers/index.ts'
import { changePurchases, type NewPurchase, writePurchases } from '../spot/commands/write-purchase.ts'
import { erasedPerson, type SpotPurchase } from '../spot/purchase.ts'
import { erasedPurchase } from '../spot/queries/erased-purchase.ts'
import { allPurchases } from '../spot/queries/purchases.ts'
import { providerFinder } from './commands/name-providers.ts'
import { contractsByReference } from './queries/contract-references.ts'
import { readSpotPurchase, type SpotContext, type SpotOfFile, spotColumns } from './read-spot-purchase.ts'
import type { TakenRows } from './taken-rows.ts'

/** Imports purchases made outside lots; what a file leaves blank of reviews and moves stays as it stands. */
export function importSpotPurchases(
  database: Database,
  partnership: Partnership,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const actor = systemActor(partnership.id)
  const { at } = options
  const layout: Layout<SpotOfFile, SpotContext> = {
    columns: () => spotColumns,
    titlesAbove: true,
    known: (db) => spotContext(db, partnership.id),
    read: readSpotPurchase,
    keyOf: keyOfRow,
    apply: async (db, rows) => {
      const { rejected, flagged, ...outcome } = await takeRows(db, actor, partnership, rows, at)
      await recordImport(db, actor, at, outcome, {
        event: 'procurement.spot-purchases-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
      return { ...outcome, rejected, flagged }
    },
  }
  return runImport(database, actor, layout, file, options)
}

async function spotContext(db: Db, partnershipId: Id): Promise<SpotContext> {
  const contracts = await contractsByReference(db, partnershipId)
  return {
    service: termNamed(await serviceTypes(db)),
    careGroup: termNamed(await careGroups(db)),
    areaOf: await areaResolver(db, partnershipId),
    contractOf: (reference) => contracts.get(reference.toLowerCase()),
  }
}

/** By what a purchase without a reference is known again. */
const circumstances = (
  { person, serviceType, from }: Pick<SpotPurchase, 'person' | 'serviceType' | 'from'>,
  provider: string,
) => JSON.stringify([person.toLowerCase(), serviceType, from, provider])

const keyOfRow = (row: SpotOfFile): string =>
  row.reference === '' ? circumstances(row, `${row.providerNumber} ${row.provider.toLowerCase()}`) : row.reference

async function takeRows(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  rows: readonly SpotOfFile[],
  at: Date,
): Promise<TakenRows> {
  const standing = await allPurchases(db, partnership.id)
  const byId = new Map(standing.map((purchase) => [purchase.id, purchase]))
  const erasedAs = await erasedPurchase(db, partnership.id)
  const byReference = new Map(standing.map((purchase) => [purchase.reference, purchase]))
  const byCircumstances = new Map(
    standing.map((purchase) => [circumstances(purchase, purchase.organisationId), purchase]),
  )
  const wanted = rows.map(({ provider: name, providerNumber: number }) => ({ name, number }))
  const find = await providerFinder(db, actor, partnership, wanted, at)
  const outcome = { added: 0, changed: 0, unchanged: 0 }
  const [rejected, flagged]: [Rejection[], Rejection[]] = [[], []]
  const [fresh, changed]: [NewPurchase[], SpotPurchase[]] = [[], []]
  for (const row of rows) {
    const provider = await find({ name: row.provider, number: row.providerNumber })
    if ('refused' in provider) {
      rejected.push({ line: row.line, column: 'provider_number', reason: provider.refused })
      continue
    }
    if (provider.remark !== null) flagged.push({ line: row.line, column: 'provider', reason: provider.remark })
    const { line: _, provider: __, providerNumber: ___, ...said } = row
    const purchase: NewPurchase = { ...said, organisationId: provider.id }
    const before =
      row.reference === ''
        ? (byCircumstances.get(circumstances(row, provider.id)) ?? byId.get(erasedAs(purchase) ?? ''))
        : byReference.get(row.reference)
    const after = before && told(before, purchase)
    if (!after) fresh.push(purchase)
    else if (canonicalJson(before) === canonicalJson(after)) outcome.unchanged += 1
    else changed.push(after)
  }
  await changePurchases(db, partnership.id, changed)
  await writePurchases(db, partnership, fresh, at)
  outcome.changed = changed.length
  outcome.added = fresh.length
  return { ...outcome, rejected, flagged }
}

/** A purchase as a file tells it now; what the file leaves blank of reviews and moves stays. */
const told = (before: SpotPurchase, said: NewPurchase): SpotPurchase => ({
  ...before,
  ...said,
  reference: before.reference,
  until: said.until ?? before.until,
  movesTo: said.movesTo ?? before.movesTo,
  reviewedOn: said.reviewedOn ?? before.reviewedOn,
  movedOn: said.movedOn ?? before.movedOn,
  // A list kept elsewhere does not bring back whom it was for.
  ...(before.person === erasedPerson ? { person: erasedPerson, reason: before.reason } : {}),
})
