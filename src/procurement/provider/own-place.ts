import type { IsoDate } from '../../core/values/index.ts'
import type { Contract, Standing } from '../contract.ts'
import { lifeOf } from '../register/life.ts'
import { holdsOn } from '../standing.ts'

/** A place in a lot as its provider is told of it on a day: the one that holds, else the next, else the last. */
export function ownPlace(standings: readonly Standing[], on: IsoDate): Standing | undefined {
  const inOrder = standings.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.find((one) => holdsOn(one, on)) ?? inOrder.find(({ from }) => from > on) ?? inOrder.at(-1)
}

/** How a provider stands in a contract on a day. */
export type OwnState = 'in' | 'to-come' | 'suspended' | 'unconfirmed' | 'over'

/** How a provider stands in a contract on a day, by its places there and the contract's own life. */
export function ownState(
  contract: Pick<Contract, 'terms' | 'options'>,
  places: readonly Standing[],
  on: IsoDate,
): OwnState {
  const { state } = lifeOf(contract, on)
  if (state === 'ended') return 'over'
  const open = places.filter((place) => place.state !== 'left' && (place.until === null || place.until > on))
  if (open.length === 0) return 'over'
  const now = open.filter((place) => holdsOn(place, on))
  if (state === 'to-come' || now.length === 0) return 'to-come'
  if (state === 'suspended' || now.every((place) => place.state === 'suspended')) return 'suspended'
  return now.some((place) => place.state === 'active') ? 'in' : 'unconfirmed'
}
