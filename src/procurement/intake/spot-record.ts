import type { CsvCell } from '../../core/csv/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { SpotPurchase } from '../spot/purchase.ts'
import { lastDay, poundsCell, yesCell } from './written-cells.ts'

/** The columns of a written file of spot purchases, in their order. */
export const spotFileColumns = [
  ...['reference', 'provider', 'provider_number', 'service', 'area', 'person', 'care_group', 'from', 'until'],
  ...['weekly_hours', 'weekly_cost', 'out_of_area', 'instead_of', 'reason', 'moves_to', 'reviewed', 'moved'],
]

/** A purchase as a row. */
export const spotRecord = (
  purchase: SpotPurchase,
  { names, references }: { readonly names: ReadonlyMap<Id, string>; readonly references: ReadonlyMap<Id, string> },
): Readonly<Record<string, CsvCell>> => ({
  reference: purchase.reference,
  provider: names.get(purchase.organisationId) ?? '',
  provider_number: null,
  service: purchase.serviceType,
  area: purchase.area,
  person: purchase.person,
  care_group: purchase.careGroup,
  from: purchase.from,
  until: lastDay(purchase.until),
  weekly_hours: hoursCell(purchase.weeklyMinutes),
  weekly_cost: poundsCell(purchase.weeklyPence),
  out_of_area: yesCell(purchase.outOfArea),
  instead_of: purchase.insteadOf === null ? null : (references.get(purchase.insteadOf) ?? null),
  reason: purchase.reason,
  moves_to: purchase.movesTo === null ? null : (references.get(purchase.movesTo) ?? null),
  reviewed: purchase.reviewedOn,
  moved: purchase.movedOn,
})

const hoursCell = (minutes: number | null) =>
  minutes === null ? null : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
