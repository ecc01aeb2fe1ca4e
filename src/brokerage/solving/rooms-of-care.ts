import type { Id } from '../../core/values/index.ts'
import type { ProviderWithRoom } from '../../engines/allocation/problem.ts'
import { minutesByBand } from '../minutes-by-band.ts'
import { bands, weeklyMinutes } from '../visit-line.ts'
import type { CareToPlace } from './care-to-place.ts'
import type { PlacingGround } from './placing-ground.ts'
import type { Room } from './placing-input.ts'

/** Where the organisation stands among all, and the area among those of the problem. */
interface Positions {
  readonly organisation: (id: Id) => number
  readonly area: (serviceType: string, code: string) => number
}

/** The rooms of a problem: which there are, which of them some care is given from, and what each has. */
export interface RoomsOfCare {
  readonly rooms: readonly Room[]
  readonly roomOf: (of: Pick<CareToPlace, 'serviceType' | 'area'>, organisationId: Id) => number
  readonly providers: readonly ProviderWithRoom[]
}

/**
 * Each declared room once, and one beside for every organisation and service where it declared nothing. What somebody gives
 * of the care in the problem is room for it again, because the problem counts it as planned.
 */
export function roomsOfCare(read: PlacingGround, at: Positions): RoomsOfCare {
  const { grounds, given, care, limits } = read
  const declaredFor = new Map(read.rooms.map((one) => [keyOf(one.serviceType, one.organisationId, one.area), one]))
  const nameOf = (of: Pick<CareToPlace, 'serviceType' | 'area'>, id: Id): string =>
    keyOf(of.serviceType, id, declaredFor.get(keyOf(of.serviceType, id, of.area))?.declaredFor ?? '')
  const made = new Map<string, MadeRoom>()
  const roomFor = (of: Pick<CareToPlace, 'serviceType' | 'area'>, id: Id): MadeRoom => {
    const name = nameOf(of, id)
    const declared = declaredFor.get(keyOf(of.serviceType, id, of.area))
    const found = made.get(name) ?? {
      name,
      organisationId: id,
      room: {
        organisation: at.organisation(id),
        serviceType: of.serviceType,
        declaredFor: declared?.declaredFor ?? null,
      },
      areas: new Set<number>(),
      free: bands.map((band) => (declared ? (declared.free[band] ?? 0) : limits.undeclaredHours * 60)),
      present: new Map<number, number[]>(),
      book: new Map<number, number>(),
      presentMinutes: 0,
    }
    made.set(name, found)
    const area = at.area(of.serviceType, of.area)
    if (area >= 0) found.areas.add(area)
    return found
  }
  for (const ground of grounds) for (const { organisationId } of ground.candidates) roomFor(ground, organisationId)
  for (const one of care) {
    if (!one.current) continue
    const room = roomFor(one, one.current.organisationId)
    const area = at.area(one.serviceType, one.area)
    const by = minutesByBand(one.lines)
    const before = room.present.get(area) ?? bands.map(() => 0)
    room.present.set(
      area,
      before.map((minutes, band) => minutes + (by[bands[band] ?? 'night'] ?? 0)),
    )
    room.presentMinutes += weeklyMinutes(one.lines)
  }
  for (const one of given) {
    const area = at.area(one.serviceType, one.area)
    if (area < 0) continue
    const room = roomFor(one, one.organisationId)
    room.book.set(area, (room.book.get(area) ?? 0) + one.minutes)
  }
  const ordered = [...made.values()].sort(
    (a, b) => a.room.organisation - b.room.organisation || (a.name < b.name ? -1 : 1),
  )
  const places = new Map(ordered.map(({ name }, index) => [name, index]))
  return {
    rooms: ordered.map(({ room }) => room),
    roomOf: (of, id) => places.get(nameOf(of, id)) ?? -1,
    providers: ordered.map((one) => providerOf(one, limits)),
  }
}

interface MadeRoom {
  readonly name: string
  readonly organisationId: Id
  readonly room: Room
  readonly areas: Set<number>
  /** Minutes by band; of an organisation that declared nothing, those assumed. */
  readonly free: readonly number[]
  /** Minutes by band of what it gives of the care in the problem, by area. */
  readonly present: Map<number, number[]>
  readonly book: Map<number, number>
  presentMinutes: number
}

const keyOf = (serviceType: string, organisationId: Id, area: string) => `${serviceType} ${organisationId} ${area}`

function providerOf(
  { name, room, areas, free, present, book, presentMinutes }: MadeRoom,
  { runHours, undeclaredHours }: PlacingGround['limits'],
): ProviderWithRoom {
  const inOrder = [...areas].sort((a, b) => a - b)
  return {
    id: name,
    capacity: inOrder
      .flatMap((area) =>
        free.map((minutes, band) => ({ area, band, minutes: minutes + (present.get(area)?.[band] ?? 0) })),
      )
      .filter(({ minutes }) => minutes > 0),
    capMinutes: room.declaredFor === null ? undeclaredHours * 60 + presentMinutes : null,
    minRun: runHours === null ? [] : inOrder.map((area) => ({ area, minutes: runHours * 60 })),
    book: [...book].sort(([a], [b]) => a - b).map(([area, minutes]) => ({ area, minutes })),
  }
}
