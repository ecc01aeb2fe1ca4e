import type { Id } from '../../core/values/index.ts'
import type { DeclaredRoom } from '../../providers/index.ts'
import { minutesByBand } from '../minutes-by-band.ts'
import type { CareToPlace } from '../solving/care-to-place.ts'
import { optionsOfCare } from '../solving/options-of-care.ts'
import type { Ground, PlacingGround } from '../solving/placing-ground.ts'
import { bands } from '../visit-line.ts'
import type { CareGiven, FreeCell } from './drill-ground.ts'

/** What is known of somebody's care besides its visits. */
export interface CareFacts {
  readonly placement: string
  readonly level: CareGiven['level']
  readonly inHospital: boolean
}

/** What options are worked out from: who serves where by which rule, at which prices, with which hours. */
export interface CareReading extends Pick<PlacingGround, 'grounds' | 'rooms' | 'price' | 'on'> {
  /** Who closes; nobody is told to go there. */
  readonly closing: Id | null
  /** Services of it that close; null for all. */
  readonly services: readonly string[] | null
}

/** The declared hours that a provider's care in an area is taken from. */
const cellKey = (organisationId: Id, serviceType: string, declaredFor: string): string =>
  `${organisationId} ${serviceType} ${declaredFor}`

const groundKey = (serviceType: string, area: string): string => `${serviceType} ${area}`

/** Makes of each placement what a drill looks at: its own provider, those who could take over, and at what price. */
export function careOfDrill(reading: CareReading): (one: CareToPlace, facts: CareFacts, stays: boolean) => CareGiven {
  const { grounds, rooms } = reading
  const groundOf = new Map(grounds.map((ground) => [groundKey(ground.serviceType, ground.area), ground]))
  const cellOf = new Map(
    rooms.map((room) => [
      `${groundKey(room.serviceType, room.area)} ${room.organisationId}`,
      cellKey(room.organisationId, room.serviceType, room.declaredFor),
    ]),
  )
  const open = new Map([...groundOf].map(([key, ground]) => [key, withoutClosing(ground, reading)]))
  return (one, { placement, level, inHospital }, stays) => {
    const key = groundKey(one.serviceType, one.area)
    const organisationId = one.current?.organisationId ?? ''
    const own = optionsOfCare({ ...one, declined: [] }, groundOf.get(key), reading)
    const found = stays ? own : optionsOfCare({ ...one, declined: [], current: null }, open.get(key), reading)
    const priced = groundOf.get(key)?.candidates.some((each) => each.organisationId === organisationId && each.place)
    const now = own.options.find((option) => option.organisationId === organisationId)
    const by = minutesByBand(one.lines)
    return {
      package: one.reference,
      placement,
      serviceType: one.serviceType,
      area: one.area,
      organisationId,
      minutes: bands.map((band) => by[band] ?? 0),
      level,
      twoCarers: one.lines.some(({ carers }) => carers === 2),
      inHospital,
      pence: now && priced && !own.unpriced.includes(organisationId) ? now.cost : null,
      options: found.options.map((option) => ({
        organisationId: option.organisationId,
        pence: found.unpriced.includes(option.organisationId) ? null : option.cost,
        rank: option.rank,
        cell: cellOf.get(`${key} ${option.organisationId}`) ?? null,
      })),
      notAsked: found.not.filter((no) => no.organisationId !== reading.closing).length,
    }
  }
}

function withoutClosing(ground: Ground, { closing, services }: CareReading): Ground {
  if (services !== null && !services.includes(ground.serviceType)) return ground
  return { ...ground, candidates: ground.candidates.filter(({ organisationId }) => organisationId !== closing) }
}

/** The hours that others declared free, each declaration once. */
export function freeCells(rooms: readonly DeclaredRoom[], closing: Id | null): FreeCell[] {
  const cells = new Map<string, FreeCell>()
  for (const { organisationId, serviceType, declaredFor, free } of rooms) {
    if (organisationId === closing) continue
    const key = cellKey(organisationId, serviceType, declaredFor)
    cells.set(key, { key, organisationId, serviceType, minutes: bands.map((band) => free[band] ?? 0) })
  }
  return [...cells.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
