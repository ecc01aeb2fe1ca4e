import { amountOf, type Side, sideOfVolume } from './side.ts'
import { byDay, isForecast, type Volume } from './volume.ts'

/** Why there is no number although there are rows. */
export type Unclear = 'several-care-groups'

/** What can stand for need or supply, the most fitting first. */
export interface Candidates {
  readonly sides: readonly Side[]
  readonly unclear: Unclear | null
}

const none: Candidates = { sides: [], unclear: null }

/**
 * The latest number of each series that can stand for a whole service: those for everyone, else those for the one care
 * group that is told of. Several care groups may share people, so they are never added up.
 */
export function candidates(volumes: readonly Volume[]): Candidates {
  // Most cells of a grid have none.
  if (volumes.length === 0) return none
  const known = volumes.filter((volume) => volume.unit !== 'percent' && (volume.value !== null || volume.suppressed))
  const groups = new Set(known.map(({ careGroup }) => careGroup?.key ?? ''))
  const [only = ''] = groups
  const group = groups.has('') ? '' : only
  if (!groups.has('') && groups.size > 1) return { sides: [], unclear: 'several-care-groups' }
  const series = Map.groupBy(
    known.filter(({ careGroup }) => (careGroup?.key ?? '') === group),
    ({ measure, unit }) => `${measure} ${unit}`,
  )
  const latest = [...series.values()].flatMap((of) => of.toSorted(byDay).slice(-1))
  return { sides: latest.toSorted(byDay).toReversed().map(sideOfVolume), unclear: null }
}

/** The numbers that were measured, of some roles. */
export const measured = (volumes: readonly Volume[], ...roles: readonly Volume['role'][]): Volume[] =>
  volumes.filter((volume) => roles.includes(volume.role) && !isForecast(volume))

/** The numbers that are looked ahead to, of some roles; what a later measured number of the same series has overtaken is left out. */
export const forecast = (volumes: readonly Volume[], ...roles: readonly Volume['role'][]): Volume[] =>
  volumes.filter(
    (volume) =>
      roles.includes(volume.role) &&
      isForecast(volume) &&
      !volumes.some(
        (other) =>
          other.measure === volume.measure &&
          other.role === volume.role &&
          !isForecast(other) &&
          (other.on ?? '') > (volume.on ?? '9999'),
      ),
  )

/** Need beside supply: the first two that count the same thing, else the first of each. */
export function pairOf(
  needs: readonly Side[],
  supplies: readonly Side[],
): { readonly need: Side | null; readonly supply: Side | null } {
  for (const need of needs) {
    const supply = supplies.find((side) => amountOf(side)?.unit === amountOf(need)?.unit)
    if (supply) return { need, supply }
  }
  return { need: needs[0] ?? null, supply: supplies[0] ?? null }
}
