import type { CareGiven, DrillGround } from './drill-ground.ts'
import { minutesOf, ownCell } from './drill-problem.ts'
import type { DrillResult } from './drill-result.ts'

/** At most so many people of others are looked at. */
const most = 400

/**
 * Those of other providers who take hours that somebody with nobody to go to could have, and who could have another provider
 * themselves. Everybody else would move for nothing.
 */
export function whoCouldMakeRoom(
  { affected, others }: Pick<DrillGround, 'affected' | 'others'>,
  { people }: Pick<DrillResult, 'people'>,
): CareGiven[] {
  const without = new Set(people.flatMap((one) => (one.to === null ? [`${one.package} ${one.serviceType}`] : [])))
  const wanted = new Set(
    affected
      .filter((one) => without.has(`${one.package} ${one.serviceType}`))
      .flatMap(({ options }) => options.flatMap(({ cell }) => cell ?? [])),
  )
  return others
    .filter((one) => {
      const own = ownCell(one)
      return own !== null && wanted.has(own) && one.options.some(({ cell }) => cell !== null && cell !== own)
    })
    .toSorted((a, b) => minutesOf(a) - minutesOf(b) || (a.package < b.package ? -1 : 1))
    .slice(0, most)
}
