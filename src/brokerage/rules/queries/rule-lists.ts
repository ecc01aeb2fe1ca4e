import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Choice } from '../../../core/ui/form/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { contractsOfLots } from '../../../procurement/index.ts'
import { ratingScales, serviceTypes } from '../../../providers/index.ts'

/** What the form of a rule lets one choose from. */
export interface RuleLists {
  readonly services: readonly Choice[]
  readonly contracts: readonly Choice[]
  readonly grades: readonly Choice[]
}

/** The kinds of service, contracts with open lots and grades that a rule of a partnership can be about. */
export async function ruleLists(
  db: Db,
  { id, nation }: Pick<Partnership, 'id' | 'nation'>,
  on: IsoDate,
): Promise<RuleLists> {
  const services = await serviceTypes(db, on)
  const contracts = await contractsOfLots(db, id, on)
  const scale = (await ratingScales(db, on)).find((one) => one.nation === nation)
  return {
    services: services.map(({ key, name }) => ({ value: key, text: name })),
    contracts: contracts.map((one) => ({ value: one.id, text: `${one.reference} ${one.title}` })),
    grades: (scale?.grades ?? []).map(({ rank, word }) => ({ value: String(rank), text: `${word} (${rank})` })),
  }
}
