import type { CsvCell } from '../../core/csv/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Contract, Lot, Standing } from '../contract.ts'
import { lastDay, yesCell } from './written-cells.ts'

/** The columns of a written file of lots, in their order. */
export const lotFileColumns = [
  ...['contract', 'lot', 'name', 'service', 'areas', 'needs_lead', 'provider', 'provider_number', 'role', 'rank'],
  ...['from', 'until', 'state'],
]

type Cells = Readonly<Record<string, CsvCell>>

/** The lots of a contract as rows, one for each stretch of each provider's place. */
export function lotRecords(
  { lots }: Pick<Contract, 'lots'>,
  { reference, numbers }: { readonly reference: string; readonly numbers: ReadonlyMap<Id, string> },
): Cells[] {
  return lots.flatMap((lot): Cells[] => {
    const said: Cells = {
      contract: reference,
      lot: lot.number,
      name: lot.name,
      service: lot.serviceType,
      areas: lot.areas.join('; '),
      needs_lead: yesCell(lot.needsLead),
    }
    const places = lot.standings.filter((standing) => isTold(standing, lot))
    return places.length === 0 ? [said] : places.map((standing) => ({ ...said, ...placeCells(standing, numbers) }))
  })
}

/** Days after somebody left are told by the last day of those before. */
const isTold = ({ state, lotProviderId, from }: Standing, { standings }: Pick<Lot, 'standings'>) =>
  state !== 'left' || !standings.some((other) => other.lotProviderId === lotProviderId && other.until === from)

const placeCells = (standing: Standing, numbers: ReadonlyMap<Id, string>): Cells => ({
  provider: standing.organisation,
  provider_number: numbers.get(standing.organisationId) ?? null,
  role: standing.role,
  rank: standing.rank,
  from: standing.from,
  until: lastDay(standing.until),
  // Whether someone is confirmed is found out anew.
  state: standing.state === 'unconfirmed' ? 'active' : standing.state,
})
