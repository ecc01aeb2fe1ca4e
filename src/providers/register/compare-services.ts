/** As much of a registered service as a comparison of two days takes. */
export interface ComparableService {
  /** The regulator's own number. */
  readonly number: string
  /** Rank of its lowest grade; null when not graded. */
  readonly lowestGrade: number | null
  /** Registered places; null, as nought, where places are not registered. */
  readonly places: number | null
}

/** A service that is on the register of both days. */
export interface Matched<S> {
  readonly before: S
  readonly after: S
}

/** How the register of one day differs from that of another, service by service. */
export interface ServiceChanges<S> {
  readonly new: readonly S[]
  readonly gone: readonly S[]
  readonly matched: number
  readonly up: readonly Matched<S>[]
  readonly down: readonly Matched<S>[]
  readonly resized: readonly Matched<S>[]
  /** Places added to and taken from services that are on both days. */
  readonly placesGained: number
  readonly placesLost: number
  /** Places of services that only one of the days has. */
  readonly placesNew: number
  readonly placesGone: number
}

/** Matches services by number. A grade only counts as up or down when both days have one. */
export function compareServices<S extends ComparableService>(from: readonly S[], to: readonly S[]): ServiceChanges<S> {
  const before = new Map(from.map((service) => [service.number, service]))
  const after = new Set(to.map((service) => service.number))
  const matched = to.flatMap((service): Matched<S>[] => {
    const earlier = before.get(service.number)
    return earlier ? [{ before: earlier, after: service }] : []
  })
  const resized = matched.filter((pair) => placesMore(pair) !== 0)
  const added = to.filter(({ number }) => !before.has(number))
  const gone = from.filter(({ number }) => !after.has(number))
  return {
    new: added,
    gone,
    matched: matched.length,
    up: matched.filter((pair) => gradesUp(pair) > 0),
    down: matched.filter((pair) => gradesUp(pair) < 0),
    resized,
    placesGained: resized.reduce((sum, pair) => sum + Math.max(0, placesMore(pair)), 0),
    placesLost: resized.reduce((sum, pair) => sum + Math.max(0, -placesMore(pair)), 0),
    placesNew: placesOf(added),
    placesGone: placesOf(gone),
  }
}

const gradesUp = ({ before, after }: Matched<ComparableService>): number =>
  before.lowestGrade === null || after.lowestGrade === null ? 0 : after.lowestGrade - before.lowestGrade

const placesMore = ({ before, after }: Matched<ComparableService>): number => (after.places ?? 0) - (before.places ?? 0)

const placesOf = (services: readonly ComparableService[]): number =>
  services.reduce((sum, { places }) => sum + (places ?? 0), 0)
