import type { DeclaredRoom } from '../../providers/index.ts'

/** Areas of one service that can only be planned together, because somebody declared one number for several of them. */
export interface JoinedArea {
  readonly serviceType: string
  readonly codes: readonly string[]
}

/** Joins areas that share a declared room, service by service; in the order in which they are given. */
export function joinedAreas(
  grounds: readonly { readonly serviceType: string; readonly area: string }[],
  rooms: readonly Pick<DeclaredRoom, 'serviceType' | 'area' | 'organisationId' | 'declaredFor'>[],
): JoinedArea[] {
  const key = (serviceType: string, area: string) => `${serviceType} ${area}`
  const leader = new Map<string, string>(
    grounds.map(({ serviceType, area }) => [key(serviceType, area), key(serviceType, area)]),
  )
  const leaderOf = (one: string): string => {
    const above = leader.get(one) ?? one
    return above === one ? one : leaderOf(above)
  }
  const shared = new Map<string, string>()
  for (const { serviceType, area, organisationId, declaredFor } of rooms) {
    const own = key(serviceType, area)
    if (!leader.has(own)) continue
    const room = `${serviceType} ${organisationId} ${declaredFor}`
    const first = shared.get(room)
    if (first === undefined) shared.set(room, own)
    else leader.set(leaderOf(own), leaderOf(first))
  }
  const joined = new Map<string, { serviceType: string; codes: string[] }>()
  for (const { serviceType, area } of grounds) {
    const of = leaderOf(key(serviceType, area))
    const found = joined.get(of) ?? { serviceType, codes: [] }
    if (!found.codes.includes(area)) found.codes.push(area)
    joined.set(of, found)
  }
  return [...joined.values()]
}
